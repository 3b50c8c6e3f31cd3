import { type Answer, dayOf, type Filter, isoOf, type PageRequest, type Query, type Sort } from '@corridor/domain';

export interface ListOrder {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly within?: NonNullable<PageRequest['within']>;
}

const PAGE = 500;
/** Rows read at most: 20,000. A list sorted by date is entered at the right day, any other is read from its top. */
const MAX_PAGES = 40;

/**
 * The place of an incident in a list, from 0; null where it is not in the list, or too far down to look for.
 * `start` is the day it began.
 */
export async function findPosition(
  ask: (query: Query) => Promise<Answer>,
  { filter, sort, within }: ListOrder,
  { id, start }: { readonly id: string; readonly start: string },
): Promise<number | null> {
  const page = async (of: Filter, offset: number, limit: number) =>
    (await ask({ filter: of, page: { sort, offset, limit, ...(within && { within }) } })).page;
  const earlier = sort.by === 'date' ? listedBefore(filter, sort.descending, start) : null;
  const first = earlier ? ((await page(earlier, 0, 1))?.total ?? 0) : 0;
  for (let n = 0; n < MAX_PAGES; n++) {
    const offset = first + n * PAGE;
    const items = (await page(filter, offset, PAGE))?.items ?? [];
    const found = items.findIndex((item) => item.id === id);
    if (found >= 0) return offset + found;
    if (items.length < PAGE) return null;
  }
  return null;
}

/** The part of the filter that a list by date shows above a day; null where there is nothing above it. */
export function listedBefore(filter: Filter, descending: boolean, day: string): Filter | null {
  const edge = isoOf(dayOf(day) + (descending ? 1 : -1));
  if (descending) {
    const from = filter.from && filter.from > edge ? filter.from : edge;
    return filter.to && filter.to < from ? null : { ...filter, from };
  }
  const to = filter.to && filter.to < edge ? filter.to : edge;
  return filter.from && filter.from > to ? null : { ...filter, to };
}
