import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, Crossfilter, codeColumn, linkedColumn, listColumn, pairColumns } from './index.ts';

interface Row {
  readonly day: number;
  readonly colour: number;
  readonly size: number;
  readonly tags: readonly number[];
}

const COLOURS = 4;
const SIZES = 3;
const TAGS = 5;

const anyRow: fc.Arbitrary<Row> = fc.record({
  day: fc.integer({ min: -5, max: 40 }),
  colour: fc.nat(COLOURS - 1),
  size: fc.nat(SIZES - 1),
  tags: fc.uniqueArray(fc.nat(TAGS - 1), { maxLength: 3 }),
});
const choice = (count: number) => fc.option(fc.uniqueArray(fc.nat(count - 1)));
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('colour' as const), values: choice(COLOURS) }),
  fc.record({ kind: fc.constant('tags' as const), values: choice(TAGS) }),
  fc.record({ kind: fc.constant('rows' as const), values: fc.option(fc.array(fc.nat(60))) }),
  fc.record({
    kind: fc.constant('days' as const),
    values: fc.option(fc.tuple(fc.integer({ min: -8, max: 45 }), fc.integer({ min: -8, max: 45 }))),
  }),
);
type Kind = 'colour' | 'tags' | 'rows' | 'days';

function build(rows: readonly Row[]) {
  const crossfilter = new Crossfilter(Int32Array.from(rows, ({ day }) => day));
  const colour = codeColumn(
    Uint8Array.from(rows, (row) => row.colour),
    COLOURS,
  );
  const size = codeColumn(
    Uint16Array.from(rows, (row) => row.size),
    SIZES,
  );
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + row.tags.length;
  });
  const tags = listColumn(offsets, Uint8Array.from(rows.flatMap((row) => row.tags)), TAGS);
  const filters: Record<Kind, number> = {
    colour: crossfilter.addFilter(),
    tags: crossfilter.addFilter(),
    rows: crossfilter.addFilter(),
    days: crossfilter.addFilter(),
  };
  // So wide that its codes are counted row by row.
  const pair = { ...pairColumns(colour, size), cardinality: 5000 };
  // Colour c has the marks below c.
  const marks = linkedColumn(colour, listColumn(Uint32Array.of(0, 0, 1, 3, 6), Uint8Array.of(0, 0, 1, 0, 1, 2), 3));
  return { crossfilter, colour, size, tags, pair, marks, filters };
}

const verdicts = (length: number, allowed: readonly number[]) =>
  Uint8Array.from({ length }, (_, code) => (allowed.includes(code) ? 1 : 0));

/** What a filter says of a row, straight from its definition. */
function allows(kind: Kind, values: readonly number[] | null, row: Row, index: number): boolean {
  if (values === null) return true;
  if (kind === 'colour') return values.includes(row.colour);
  if (kind === 'tags') return row.tags.some((tag) => values.includes(tag));
  if (kind === 'rows') return values.includes(index);
  const [first = 0, last = 0] = values;
  return first <= row.day && row.day <= last;
}

function countBy(rows: readonly Row[], size: number, codesOf: (row: Row) => readonly number[]): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const code of rows.flatMap(codesOf)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

test.each([
  ['from the start', 0],
  ['from the middle', 3],
])('counts asked for %s equal a count from nothing after every change', (_name, askAt) => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 60 }),
      fc.array(anyChange, { minLength: 1, maxLength: 12 }),
      (unsorted, changes) => {
        const rows = unsorted.toSorted((a, b) => a.day - b.day);
        const { crossfilter, colour, size, tags, pair, marks, filters } = build(rows);
        const bounds = Uint32Array.of(0, 1, 7, 7, 33, 64).map((bound) => Math.min(bound, rows.length));
        const state: Record<Kind, readonly number[] | null> = { colour: null, tags: null, rows: null, days: null };
        changes.forEach(({ kind, values }, step) => {
          state[kind] = values;
          if (values === null) crossfilter.clear(filters[kind]);
          else if (kind === 'colour') crossfilter.allowCodes(filters.colour, colour, verdicts(COLOURS, values));
          else if (kind === 'tags') crossfilter.allowCodes(filters.tags, tags, verdicts(TAGS, values));
          else if (kind === 'rows') crossfilter.allowRows(filters.rows, verdicts(rows.length, values));
          else crossfilter.allowDays(filters.days, values[0] ?? 0, values[1] ?? 0);
          if (step < askAt) return;

          const passing = (leaveOut?: Kind) =>
            rows.filter((row, index) =>
              (['colour', 'tags', 'rows', 'days'] as const).every(
                (other) => other === leaveOut || allows(other, state[other], row, index),
              ),
            );
          const tally = (column: Column, leaveOut?: Kind) =>
            Array.from(crossfilter.counts(column, leaveOut && filters[leaveOut]));
          const tagsOf = (row: Row) => (row.tags.length > 0 ? row.tags : [TAGS]);
          expect(crossfilter.matched).toBe(passing().length);
          expect(tally(colour, 'colour')).toEqual(countBy(passing('colour'), COLOURS + 1, (row) => [row.colour]));
          expect(tally(size)).toEqual(countBy(passing(), SIZES + 1, (row) => [row.size]));
          expect(tally(tags, 'tags')).toEqual(countBy(passing('tags'), TAGS + 1, tagsOf));
          expect(tally(marks, 'rows')).toEqual(
            countBy(passing('rows'), 4, ({ colour: own }) => (own === 0 ? [3] : [0, 1, 2].slice(0, own))),
          );
          expect(tally(tags)).toEqual(countBy(passing(), TAGS + 1, tagsOf));
          expect(tally(pair, 'days')).toEqual(
            countBy(passing('days'), pair.cardinality, (row) => [row.colour * SIZES + row.size]),
          );
          const collected = Array.from(crossfilter.collect(filters.days), (row) => rows[row]);
          expect(collected).toEqual(passing('days'));
          const inRange = (from: number, to: number) =>
            passing().filter((row) => rows.indexOf(row) >= from && rows.indexOf(row) < to && row.size === 1).length;
          expect(Array.from(crossfilter.countRanges(bounds, { within: [crossfilter.rowSet(size, 1)] }))).toEqual(
            Array.from(bounds.subarray(1), (to, index) => inRange(bounds[index] ?? 0, to)),
          );
          expect(rows.filter((_row, index) => crossfilter.passes(index))).toEqual(passing());
        });
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test('counts follow a period that moves step by step over many rows', () => {
  const count = 20_000;
  const rows = Array.from({ length: count }, (_, index): Row => {
    return {
      day: Math.floor(index / 10),
      colour: index % COLOURS,
      size: index % SIZES,
      // The last tag is rare enough to be kept as a list.
      tags: index % 500 === 3 ? [4] : index % 7 ? [index % 4] : [],
    };
  });
  const { crossfilter, colour, pair, tags, filters } = build(rows);
  crossfilter.allowCodes(filters.colour, colour, verdicts(COLOURS, [1, 2]));
  for (const [from, to] of [
    [100, 1500],
    [101, 1501],
    [105, 1499],
    [104, 1990],
    [1995, 3000],
    [0, 5],
    [3, 5],
    [9, 2],
  ] as const) {
    crossfilter.allowDays(filters.days, from, to);
    const inPeriod = rows.filter(({ day }) => day >= from && day <= to);
    const passing = inPeriod.filter(({ colour: own }) => own === 1 || own === 2);
    const tagsOf = (row: Row) => (row.tags.length > 0 ? row.tags : [TAGS]);
    expect(crossfilter.matched).toBe(passing.length);
    expect(Array.from(crossfilter.counts(tags))).toEqual(countBy(passing, TAGS + 1, tagsOf));
    expect(Array.from(crossfilter.counts(tags, filters.colour))).toEqual(countBy(inPeriod, TAGS + 1, tagsOf));
    expect(Array.from(crossfilter.counts(pair))).toEqual(
      countBy(passing, pair.cardinality, (row) => [row.colour * SIZES + row.size]),
    );
  }
});

test('names what is wrong with what it is given', () => {
  const { crossfilter, colour, filters } = build([{ day: 1, colour: 0, size: 0, tags: [] }]);
  expect(() => new Crossfilter(Int32Array.of(2, 1))).toThrow(/sorted by day/);
  expect(() => codeColumn(Uint8Array.of(0, 4), 4)).toThrow(/below 4/);
  expect(() => listColumn(Uint32Array.of(0, 2, 1), Uint8Array.of(0), 1)).toThrow(/ascending/);
  expect(() => linkedColumn(colour, listColumn(Uint32Array.of(0, 0), Uint8Array.of(), 1))).toThrow(/4 lists/);
  expect(() => listColumn(Uint32Array.of(0, 1), Uint8Array.of(0, 0), 1)).toThrow(/2 values/);
  expect(() => crossfilter.allowCodes(filters.colour, colour, new Uint8Array(1))).toThrow(/4 verdicts/);
  expect(() => crossfilter.allowRows(filters.rows, new Uint8Array(2))).toThrow(/1 verdicts/);
  expect(() => crossfilter.clear(30)).toThrow(/known filter/);
});
