import { type Answer, dayOf, type Filter, isoOf, type Query } from '@corridor/domain';
import { expect, test } from 'vitest';
import { findPosition, listedBefore } from './find-position.ts';

interface Row {
  readonly id: string;
  readonly start: string;
}

/** 6,000 incidents, three a day, as a stand-in for the engine: it knows only the period, sort by date and pages. */
const rows: readonly Row[] = Array.from({ length: 6000 }, (_, n) => ({
  id: `i${n}`,
  start: isoOf(dayOf('2020-01-01') + Math.floor(n / 3)),
}));

function askRows(asked: Query[]) {
  return async (query: Query): Promise<Answer> => {
    asked.push(query);
    const { filter, page } = query;
    const matched = rows.filter(
      ({ start }) => (!filter.from || start >= filter.from) && (!filter.to || start <= filter.to),
    );
    const ordered = page?.sort.descending ? matched.toReversed() : matched;
    const items = ordered.slice(page?.offset, (page?.offset ?? 0) + (page?.limit ?? 0));
    return asAnswer({ page: { total: matched.length, items } });
  };
}

/** The code under test reads `page.total` and the items' ids only. */
function asAnswer(part: { page: { total: number; items: readonly Row[] } }): Answer {
  return part as unknown as Answer;
}

const filter: Filter = { from: '2020-02-01', to: '2025-01-31' };

test.each([true, false])('finds a row deep in a list by date at once (descending: %s)', async (descending) => {
  const asked: Query[] = [];
  const list = rows.filter(({ start }) => start >= '2020-02-01' && start <= '2025-01-31');
  const ordered = descending ? list.toReversed() : list;
  const target = ordered[4321];
  const order = { filter, sort: { by: 'date', descending } } as const;
  expect(target && (await findPosition(askRows(asked), order, target))).toBe(4321);
  expect(asked).toHaveLength(2);
});

test('reads other lists from the top', async () => {
  const order = { filter, sort: { by: 'killed', descending: false } } as const;
  expect(await findPosition(askRows([]), order, { id: 'i1200', start: '2021-02-04' })).toBe(1200 - 31 * 3);
});

test('says null for an incident that the list does not hold', async () => {
  const order = { filter, sort: { by: 'killed', descending: true } } as const;
  expect(await findPosition(askRows([]), order, { id: 'i0', start: '2020-01-01' })).toBeNull();
});

test('nothing stands above the first day of a period', () => {
  expect(listedBefore({ to: '2024-12-31' }, true, '2024-12-31')).toBeNull();
  expect(listedBefore({ from: '2024-01-01' }, false, '2024-01-01')).toBeNull();
  expect(listedBefore({ from: '2024-01-01' }, true, '2024-06-01')).toEqual({ from: '2024-06-02' });
});
