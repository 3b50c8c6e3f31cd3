import type { WatchedState } from '@corridor/store';
import { expect, it } from 'vitest';
import { freshnessOf, lagHours } from './freshness-of.ts';

const NOW = Date.UTC(2025, 0, 31);
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const EVERY_30 = { enabled: true, everyMinutes: 30 };

function aState(changes: Partial<WatchedState>): WatchedState {
  return {
    ...{
      id: 'news',
      dueAt: hoursAgo(0),
      attemptedAt: hoursAgo(0),
      succeededAt: hoursAgo(0),
      etag: '',
      lastModified: '',
    },
    ...{ failures: 0, faults: [], rows: 1, lastRecordAt: hoursAgo(1), firstReadAt: null, usualGapHours: null },
    ...changes,
  };
}

it.each([
  ['fresh', EVERY_30, {}],
  ['disabled', { ...EVERY_30, enabled: false }, { failures: 3 }],
  ['error', EVERY_30, { failures: 1 }],
  ['no-data', EVERY_30, { lastRecordAt: null }],
  ['no-data', EVERY_30, { succeededAt: null }],
  // Six hours is the shortest rhythm.
  ['fresh', EVERY_30, { lastRecordAt: hoursAgo(18), usualGapHours: 0.1 }],
  ['stale', EVERY_30, { lastRecordAt: hoursAgo(19) }],
  ['very-stale', EVERY_30, { lastRecordAt: hoursAgo(61) }],
  // One that reports once a week may be silent for three.
  ['fresh', EVERY_30, { lastRecordAt: hoursAgo(20 * 24), usualGapHours: 7 * 24 }],
  ['stale', EVERY_30, { lastRecordAt: hoursAgo(22 * 24), usualGapHours: 7 * 24 }],
  ['fresh', { enabled: true, everyMinutes: 1440 }, { lastRecordAt: hoursAgo(70) }],
  // Nobody has looked for a while.
  ['stale', EVERY_30, { succeededAt: hoursAgo(4) }],
  ['very-stale', EVERY_30, { succeededAt: hoursAgo(11) }],
] as const)('is %s for %j with %j', (freshness, source, changes) => {
  expect(freshnessOf(source, aState(changes), NOW)).toBe(freshness);
});

it('is no data for one that was never looked at', () => {
  expect(freshnessOf(EVERY_30, null, NOW)).toBe('no-data');
});

it('has no lag for a record from a clock that is ahead', () => {
  expect(lagHours({ lastRecordAt: hoursAgo(-2) }, NOW)).toBe(0);
  expect(lagHours({ lastRecordAt: hoursAgo(36) }, NOW)).toBe(36);
});
