import { dayOf, isoOf, nextUnit, startOfUnit, TIME_UNITS } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScale, MAX_BARS } from './timeline-scale.ts';

function startsOf(from: number, days: number, unit: (typeof TIME_UNITS)[number]): string[] {
  const starts: string[] = [];
  for (let day = startOfUnit(from, unit); day <= from + days; day = nextUnit(day, unit)) starts.push(isoOf(day));
  return starts;
}

test('every pixel of a bar leads back to it, and bars follow each other without gaps', () => {
  const day = fc.integer({ min: 10_000, max: 20_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 2000 }), fc.constantFrom(...TIME_UNITS), (from, days, unit) => {
      const scale = createScale(startsOf(from, days, unit), unit, isoOf(from), 700);
      expect(scale.buckets.length).toBeLessThanOrEqual(MAX_BARS);
      for (const [position, { start, end }] of scale.buckets.entries()) {
        const [left, right] = [scale.x(start), scale.xAfter(end)];
        expect(scale.bucketAt((left + right) / 2)).toBe(position);
        expect(scale.bucketOf(start)).toBe(position);
        expect(scale.bucketOf(end)).toBe(position);
        const next = scale.buckets[position + 1];
        if (next) expect(dayOf(next.start)).toBe(dayOf(end) + 1);
        else expect(right).toBeCloseTo(700, 6);
      }
    }),
    { seed: 11, numRuns: 40 },
  );
});

test('leaves out what ends before the first shown day', () => {
  const scale = createScale(['2023-11-01', '2023-12-01', '2024-01-01'], 'month', '2024-01-01', 100);
  expect(scale.buckets).toEqual([{ start: '2024-01-01', end: '2024-01-31', index: 2 }]);
});
