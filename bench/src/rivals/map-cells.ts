/** The map's bins that every contestant counts: the zoom at which the whole portfolio fills the map of a laptop. */
export const BINS = { zoom: 5, cellPx: 60 } as const;

/** The cell of Web Mercator pixels that holds a point, as text `column row`. */
export function cellOf(longitude: number, latitude: number, { zoom, cellPx }: typeof BINS): string {
  const cells = (256 * 2 ** zoom) / cellPx;
  const column = Math.floor(((longitude + 180) / 360) * cells);
  const mercator = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / Math.PI;
  return `${column} ${Math.floor(((1 - mercator) / 2) * cells)}`;
}
