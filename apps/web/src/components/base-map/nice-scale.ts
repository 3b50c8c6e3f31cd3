export interface ScaleBar {
  readonly km: number;
  readonly widthPx: number;
}

/** The longest bar of 1, 2 or 5 times a power of ten kilometres that is no wider than `maxPx`. */
export function niceScale(pxPerKm: number, maxPx: number): ScaleBar {
  const longest = maxPx / pxPerKm;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const km = step * power;
  return { km, widthPx: km * pxPerKm };
}
