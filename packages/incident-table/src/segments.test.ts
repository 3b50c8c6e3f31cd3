import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segment } from './merge-columns.ts';
import { segmentsAt, segmentsTo } from './segments.ts';

const rowsOf = (segments: readonly Segment[]) =>
  segments.flatMap(({ from, isChanged, to }) =>
    Array.from({ length: to - from }, (_, index) => `${isChanged ? 'new' : 'old'} ${from + index}`),
  );

const ascending = (values: readonly number[]) => Uint32Array.from(values).sort();

test('changed rows go before the rows given, dropped ones go', () => {
  const dropped = Uint32Array.of(1, 4);
  expect(rowsOf(segmentsAt(5, dropped, Uint32Array.of(0, 2, 2, 5)))).toEqual([
    'new 0',
    'old 0',
    'new 1',
    'new 2',
    'old 2',
    'old 3',
    'new 3',
  ]);
});

test('changed rows come out at the places asked for, whatever is dropped', () => {
  const input = fc.record({
    dropped: fc.uniqueArray(fc.nat(11), { maxLength: 12 }),
    at: fc.uniqueArray(fc.nat(16), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(input, (given) => {
      const [dropped, at] = [ascending(given.dropped), ascending(given.at)];
      const kept = Array.from({ length: 12 }, (_, row) => row).filter((row) => !dropped.includes(row));
      const count = kept.length + at.length;
      if (at.some((place) => place >= count)) {
        expect(() => segmentsTo(12, dropped, at)).toThrow(/cannot be row/);
        return;
      }
      const expected = Array.from({ length: count }, (_, place) => {
        const index = at.indexOf(place);
        return index < 0 ? `old ${kept.shift()}` : `new ${index}`;
      });
      expect(rowsOf(segmentsTo(12, dropped, at))).toEqual(expected);
    }),
    { seed: 71, numRuns: 500 },
  );
});
