import type { Answer, Filter, PageRequest, Query, Sort } from '@corridor/domain';

export interface ListOrder {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly within?: NonNullable<PageRequest['within']>;
}

/** The place of an incident in a list of any length, from 0; null where it is not in the list. */
export async function findPosition(
  ask: (query: Query) => Promise<Answer>,
  { filter, ...order }: ListOrder,
  id: string,
): Promise<number | null> {
  const page = { ...order, offset: 0, limit: 1, held: { ids: [id], index: 0 } };
  const found = (await ask({ filter, page })).page;
  return found?.items[0]?.id === id ? (found.offset ?? null) : null;
}
