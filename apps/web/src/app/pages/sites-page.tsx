export function SitesPage() {
  return <div />;
}
