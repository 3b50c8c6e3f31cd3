/** Rows are asked for in whole chunks, so that scrolling by a row asks for nothing new. */
const CHUNK = 100;

/** Firefox lays out about 17.8 million pixels, Chromium about 33 million: a list ends before either. */
const MAX_SCROLL_PX = 16_000_000;

export interface PageWindow {
  readonly offset: number;
  readonly limit: number;
}

/** The chunks that hold rows `first` to `last`, and one more on either side. At least two chunks, at most what is seen plus three. */
export function windowAround(first: number, last: number): PageWindow {
  const start = Math.max(0, Math.floor(first / CHUNK) - 1);
  const end = Math.floor(Math.max(first, last) / CHUNK) + 2;
  return { offset: start * CHUNK, limit: (end - start) * CHUNK };
}

/** How many of `total` rows a browser can lay out in one scrolling list. */
export function listableRows(total: number, rowHeight: number): number {
  return Math.min(total, Math.floor(MAX_SCROLL_PX / rowHeight));
}
