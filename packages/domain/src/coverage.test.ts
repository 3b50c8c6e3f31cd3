import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredMonths, type Span, uncoveredPart, uncoveredWithin } from './coverage.ts';
import { dayOf, isoOf } from './days.ts';

const span = (from: string, to: string): Span => ({ from, to });

test('a source covers the whole months of its first and last record, and all between them', () => {
  const covered = coveredMonths([span('2019-03-20', '2020-02-03'), span('2015-01-31', '2015-01-31')]);
  expect(covered).toEqual([span('2015-01-01', '2015-01-31'), span('2019-03-01', '2020-02-29')]);
  expect(uncoveredWithin(covered, span('2014-12-01', '2020-03-09'))).toEqual([
    span('2014-12-01', '2014-12-31'),
    span('2015-02-01', '2019-02-28'),
    span('2020-03-01', '2020-03-09'),
  ]);
});

test('months that follow each other are one span, and no gap', () => {
  const covered = coveredMonths([span('2020-02-10', '2020-03-01'), span('2020-01-05', '2020-01-06')]);
  expect(covered).toEqual([span('2020-01-01', '2020-03-31')]);
  expect(uncoveredWithin(covered, span('2020-01-15', '2020-03-31'))).toEqual([]);
  expect(uncoveredWithin([], span('2020-01-15', '2020-01-15'))).toEqual([span('2020-01-15', '2020-01-15')]);
});

const anySpan = fc.tuple(fc.nat(4000), fc.nat(900)).map(([from, days]) => span(isoOf(from), isoOf(from + days)));

test('a day is uncovered exactly where no span has a day of its month', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 6 }), anySpan, (spans, within) => {
      const covered = coveredMonths(spans);
      const gaps = uncoveredWithin(covered, within);
      const days = Array.from({ length: dayOf(within.to) - dayOf(within.from) + 1 }, (_, index) =>
        isoOf(dayOf(within.from) + index),
      );
      const outside = days.filter((day) => {
        const month = day.slice(0, 7);
        return !spans.some(({ from, to }) => from.slice(0, 7) <= month && to.slice(0, 7) >= month);
      });
      expect(days.filter((day) => uncoveredPart(gaps, span(day, day)) !== 'none')).toEqual(outside);
    }),
    { numRuns: 60 },
  );
});

test('a bar lies within a gap, meets one, or neither', () => {
  const gaps = [span('2020-01-01', '2020-06-30')];
  expect(uncoveredPart(gaps, span('2020-06-01', '2020-06-30'))).toBe('whole');
  expect(uncoveredPart(gaps, span('2020-01-01', '2020-12-31'))).toBe('part');
  expect(uncoveredPart(gaps, span('2020-07-01', '2020-07-31'))).toBe('none');
});
