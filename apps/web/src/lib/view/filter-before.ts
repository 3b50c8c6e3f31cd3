import { dayOf, type Filter, isoOf, periodBefore } from '@corridor/domain';

/** The same filter over the period before; itself where no whole period is set. */
export function filterBefore(filter: Filter): Filter {
  if (!filter.from || !filter.to) return filter;
  const { from, to } = periodBefore({ from: dayOf(filter.from), to: dayOf(filter.to) });
  return { ...filter, from: isoOf(from), to: isoOf(to) };
}
