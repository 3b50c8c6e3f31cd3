/** The first and the last day that incidents are of. */
export interface Extent {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** From when to when there are incidents; `none` where there are none at all, null where nothing is known yet. */
export function extentOf(
  info: { readonly firstDay: string | null; readonly lastDay: string | null } | null,
): Extent | 'none' | null {
  if (!info) return null;
  const { firstDay, lastDay } = info;
  return firstDay === null || lastDay === null ? 'none' : { firstDay, lastDay };
}
