export function TrendsPage() {
  return <div />;
}
