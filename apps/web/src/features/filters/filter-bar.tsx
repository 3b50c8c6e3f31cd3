export function FilterBar() {
  return <div />;
}
