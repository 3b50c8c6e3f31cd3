export function MapPage() {
  return <div />;
}
