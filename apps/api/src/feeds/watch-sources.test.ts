import { expect, it } from 'vitest';
import { pause } from './watch-sources.ts';

const HOURLY = { everyMinutes: 60 };

it('waits the interval, a tenth more or less', () => {
  expect([0, 0.5, 1].map((chance) => Math.round(pause(HOURLY, 0, null, chance)))).toEqual([3240, 3600, 3960]);
});

it('waits twice as long with each failure after the first, up to a day, or as long as the source wants', () => {
  const hours = (failures: number, retryAfter: number | null = null) =>
    Math.round(pause(HOURLY, failures, retryAfter, 0.5) / 3600);
  expect([1, 2, 3, 4, 5, 6, 100].map((failures) => hours(failures))).toEqual([1, 2, 4, 8, 16, 24, 24]);
  expect([hours(1, 7200), hours(1, 60), hours(1, 900_000)]).toEqual([2, 1, 24]);
});

it('never waits less than the interval, however long that is', () => {
  expect(pause({ everyMinutes: 7 * 24 * 60 }, 100, null, 0.5) / 86_400).toBeCloseTo(7);
});
