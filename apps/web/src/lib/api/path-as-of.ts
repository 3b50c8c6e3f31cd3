/** A path of the API that asks for the records as of a moment; the path itself for null, which is now. */
export function pathAsOf(path: string, asOf: string | null): string {
  if (asOf === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`;
}
