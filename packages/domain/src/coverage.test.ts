import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredByRhythm, coveredMonths, type Span, uncoveredPart, uncoveredWithin } from './coverage.ts';
import { addMonths, dayOf, isoOf } from './days.ts';

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

/** A record in every so many months from a month on. */
function everyMonths(first: string, step: number, records: number): readonly Span[] {
  return Array.from({ length: records }, (_, index) => {
    const day = isoOf(addMonths(dayOf(first), step * index));
    return span(day, day);
  });
}

test('a stray record covers its own month, and not the decades to the others', () => {
  const monthly = everyMonths('2015-01-10', 1, 60);
  expect(coveredByRhythm([...monthly, span('1962-05-05', '1962-05-05')])).toEqual([
    span('1962-05-01', '1962-05-31'),
    span('2015-01-01', '2019-12-31'),
  ]);
  expect(coveredByRhythm([span('1962-05-05', '1962-05-05'), span('2015-01-10', '2015-01-10')])).toHaveLength(2);
  expect(coveredByRhythm([span('2015-02-01', '2015-02-01')])).toEqual([span('2015-02-01', '2015-02-28')]);
  expect(coveredByRhythm([])).toEqual([]);
});

test.each([
  // [months from one record to the next, silent months, whether they are bridged]
  [1, 3, true],
  [1, 4, false],
  [2, 6, true],
  [2, 7, false],
  [4, 12, true],
  [4, 13, false],
  [9, 12, true],
  [9, 13, false],
])('of a source with a record every %i months, %i silent months are covered: %s', (step, silent, isBridged) => {
  const before = everyMonths('2000-01-15', step, 30);
  const resumed = isoOf(addMonths(dayOf(before.at(-1)?.to ?? ''), silent + 1));
  const covered = coveredByRhythm([...everyMonths(resumed, step, 30), ...before]);
  expect(covered).toHaveLength(isBridged ? 1 : 2);
});

test('a record known only to its year covers that year', () => {
  expect(coveredByRhythm([span('1999-01-01', '1999-12-31')])).toEqual([span('1999-01-01', '1999-12-31')]);
});

test('what a source covers has every month that a record meets, ends with its records, and is cut only by long silences', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { minLength: 1, maxLength: 12 }), (spans) => {
      const [met, covered] = [coveredMonths(spans), coveredByRhythm(spans)];
      expect(coveredMonths([...met, ...covered])).toEqual(covered);
      expect([covered[0]?.from, covered.at(-1)?.to]).toEqual([met[0]?.from, met.at(-1)?.to]);
      for (const gap of uncoveredWithin(covered, span(met[0]?.from ?? '', met.at(-1)?.to ?? ''))) {
        expect(dayOf(gap.to) + 1).toBeGreaterThanOrEqual(addMonths(dayOf(gap.from), 4));
      }
      const lengths = uncoveredWithin(met, span(met[0]?.from ?? '', met.at(-1)?.to ?? ''));
      const long = lengths.filter(({ from, to }) => dayOf(to) >= addMonths(dayOf(from), 12));
      expect(uncoveredWithin(covered, span(met[0]?.from ?? '', met.at(-1)?.to ?? ''))).toEqual(
        expect.arrayContaining([...long]),
      );
    }),
    { numRuns: 100 },
  );
});

test('a bar lies within a gap, meets one, or neither', () => {
  const gaps = [span('2020-01-01', '2020-06-30')];
  expect(uncoveredPart(gaps, span('2020-06-01', '2020-06-30'))).toBe('whole');
  expect(uncoveredPart(gaps, span('2020-01-01', '2020-12-31'))).toBe('part');
  expect(uncoveredPart(gaps, span('2020-07-01', '2020-07-31'))).toBe('none');
});
