import { ruleOf } from '@corridor/domain';
import { expect, it } from 'vitest';
import { DEFAULT_ORIGIN_AGES, originFreshness, parseOriginAges } from './origin-freshness.ts';

const NOW = Date.UTC(2025, 5, 30, 23);

it.each([
  ['fresh', 'corridor-watch', '2025-05-30', '2025-06-30T01:00:00Z', 31],
  ['stale', 'corridor-watch', '2025-05-29', '2025-06-30T01:00:00Z', 32],
  ['very-stale', 'corridor-watch', '2025-03-01', '2025-06-30T01:00:00Z', 121],
  // Of another year's edition, which is the newest there is.
  ['fresh', 'UCDP-GED', '2023-12-31', '2025-06-20T00:00:00Z', 547],
  ['stale', 'ucdp-ged', '2023-12-20', '2025-06-20T00:00:00Z', 558],
  ['stale', 'acled', '2025-06-01', '2025-06-30T00:00:00Z', 29],
  // A record of a day to come says nothing of how long nobody has written one.
  ['stale', 'corridor-watch', '2026-01-01', '2025-05-01T00:00:00Z', 0],
  ['fresh', 'corridor-watch', '2026-01-01', null, 0],
] as const)('is %s for %s with a newest record of %s, written %s', (state, origin, lastDay, lastWriteAt, lagDays) => {
  expect(originFreshness({ origin, lastDay, lastWriteAt, hasFailed: false }, DEFAULT_ORIGIN_AGES, NOW)).toMatchObject({
    state,
    lagDays,
  });
});

it('is an error after an import that failed, whatever its age, and has no data without a record', () => {
  const none = { origin: 'acled', lastDay: null, lastWriteAt: null };
  const state = (changes: object) =>
    originFreshness({ ...none, hasFailed: false, ...changes }, DEFAULT_ORIGIN_AGES, NOW);
  expect(state({})).toEqual({ state: 'no-data', lagDays: null, staleAfterDays: 21, veryStaleAfterDays: 60 });
  expect(state({ hasFailed: true })).toMatchObject({ state: 'error', lagDays: null });
  expect(state({ hasFailed: true, lastDay: '2025-06-29' })).toMatchObject({ state: 'error', lagDays: 1 });
});

it('takes the operator’s days beside the others, and says what it measures by', () => {
  const rules = parseOriginAges('acled=5/6, Partner-*=100/200') ?? new Map();
  const newest = { lastDay: '2025-05-01', lastWriteAt: null, hasFailed: false };
  expect(originFreshness({ origin: 'partner-x', ...newest }, rules, NOW)).toEqual({
    ...{ state: 'fresh', lagDays: 60, staleAfterDays: 100, veryStaleAfterDays: 200 },
  });
  expect(originFreshness({ origin: 'acled', ...newest }, rules, NOW).state).toBe('very-stale');
  expect(ruleOf('gtd', rules)).toEqual(ruleOf('gtd', DEFAULT_ORIGIN_AGES));
});

it.each(['', 'acled', 'acled=5', 'acled=5/', 'acled=6/5', 'acled=5/5', 'acled=0/5', '=1/2', 'a=1/99999', 'a=-1/2'])(
  'takes no %j for days',
  (text) => expect(parseOriginAges(text)).toBeNull(),
);
