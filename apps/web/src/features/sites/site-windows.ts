import { dayOf, type Filter, isoOf } from '@corridor/domain';

/** Days counted back that the ranking and a site's page show. */
export const WINDOW_DAYS = [30, 90, 365] as const;
export type WindowDays = (typeof WINDOW_DAYS)[number];

export interface SiteWindows {
  /** Last day counted: the day the data reach, or the end of the filter's period where that is earlier. */
  readonly end: string;
  readonly last: Readonly<Record<WindowDays, Filter>>;
  /** The 365 days before the last 365; null where the filter's period begins later. */
  readonly yearBefore: Filter | null;
}

/** A filter cut to days counted back. A period of the filter still holds: windows never reach beyond it. */
export function siteWindows(filter: Filter, lastDay: string): SiteWindows {
  const end = filter.to !== undefined && filter.to < lastDay ? filter.to : lastDay;
  const cut = (fromDaysBack: number, toDaysBack: number): Filter | null => {
    const from = isoOf(dayOf(end) - fromDaysBack + 1);
    const to = isoOf(dayOf(end) - toDaysBack);
    const start = filter.from !== undefined && filter.from > from ? filter.from : from;
    return start > to ? null : { ...filter, from: start, to };
  };
  const last = (days: WindowDays): Filter => cut(days, 0) ?? { ...filter, to: end };
  return { end, last: { 30: last(30), 90: last(90), 365: last(365) }, yearBefore: cut(730, 365) };
}
