export function SearchButton() {
  return <span />;
}
