export function RegionsPage() {
  return <div />;
}
