import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  dayOf,
  isoOf,
  monthsUpTo,
  nextUnit,
  parseDay,
  periodBefore,
  startOfUnit,
  TIME_UNITS,
} from './index.ts';

const anyDay = fc.integer({ min: -10_000, max: 40_000 });

test('day numbers and ISO dates are the same thing', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayOf(isoOf(day))).toBe(day);
    }),
    { seed: 1 },
  );
});

test.each(['2023-02-29', '2024-13-01', '2024-1-01', '2024-01-01T00:00', ''])('refuses %j', (text) => {
  expect(parseDay(text)).toBeNull();
  expect(() => dayOf(text)).toThrow(/calendar date/);
});

test('every day lies in its unit and the next unit begins right after it', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...TIME_UNITS), (day, unit) => {
      const start = startOfUnit(day, unit);
      const next = nextUnit(day, unit);
      expect(start).toBeLessThanOrEqual(day);
      expect(next).toBeGreaterThan(day);
      expect(startOfUnit(next - 1, unit)).toBe(start);
      expect(startOfUnit(next, unit)).toBe(next);
    }),
    { seed: 1 },
  );
});

test('weeks begin on Monday', () => {
  expect(isoOf(startOfUnit(dayOf('2024-10-06'), 'week'))).toBe('2024-09-30');
});

test('months are added without leaving the month', () => {
  expect(isoOf(addMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29');
  expect(isoOf(addMonths(dayOf('2024-03-31'), -13))).toBe('2023-02-28');
});

test('twelve months are compared with the twelve before, leap day or not', () => {
  const period = monthsUpTo(dayOf('2026-04-12'), 12);
  const before = periodBefore(period);
  expect([period.from, period.to, before.from, before.to].map(isoOf)).toEqual([
    '2025-04-13',
    '2026-04-12',
    '2024-04-13',
    '2025-04-12',
  ]);
});

test('other periods are compared with as many days before', () => {
  const before = periodBefore({ from: dayOf('2024-10-06'), to: dayOf('2024-10-15') });
  expect([before.from, before.to].map(isoOf)).toEqual(['2024-09-26', '2024-10-05']);
});
