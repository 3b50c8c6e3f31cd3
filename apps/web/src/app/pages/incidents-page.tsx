export function IncidentsPage() {
  return <div />;
}
