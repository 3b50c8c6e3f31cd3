import { type Column, codeColumn, listColumn } from '@corridor/crossfilter';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadCounts } from './incident-cube.ts';
import { packColumns } from './packed-columns.ts';

/** Two columns of 80 values do not fit one pack beside others, 5000 values fit none. */
const anyRow = fc.record({
  small: fc.nat(3),
  wide: fc.nat(79),
  wider: fc.nat(79),
  list: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
});

test('counts by way of combinations equal counts of the rows themselves', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 6000, size: 'max' }), fc.nat(6), (rows, skip) => {
      const offsets = new Uint32Array(rows.length + 1);
      rows.forEach(({ list }, row) => {
        offsets[row + 1] = (offsets[row] ?? 0) + list.length;
      });
      const columns = [
        codeColumn(
          Uint8Array.from(rows, ({ small }) => small),
          4,
        ),
        codeColumn(
          Uint8Array.from(rows, ({ wide }) => wide),
          80,
        ),
        codeColumn(
          Uint8Array.from(rows, ({ wider }) => wider),
          80,
        ),
        listColumn(offsets, Uint8Array.from(rows.flatMap(({ list }) => list)), 10),
      ] as const;
      const packed = packColumns(columns);
      const counted = rows.map((_, row) => row).filter((row) => row % (skip + 1) === 0);
      for (const column of columns) {
        const pack = packed.get(column);
        const byCombination = new Float64Array(pack?.combinations.cardinality ?? 0);
        for (const row of counted) {
          const combination = pack?.combinations.codes[row] ?? 0;
          byCombination[combination] = (byCombination[combination] ?? 0) + 1;
        }
        expect(pack && spreadCounts(pack.values, byCombination)).toEqual(countRows(column, counted));
      }
    }),
    { seed: 22, numRuns: 12 },
  );
});

test('leaves a column out that has too many values', () => {
  const column = codeColumn(Uint16Array.of(4999, 0), 5000);
  expect(packColumns([column]).size).toBe(0);
});

function countRows(column: Column, rows: readonly number[]): Float64Array {
  const counts = new Float64Array(column.cardinality + 1);
  const codesOf = (row: number) =>
    column.kind === 'codes'
      ? [column.codes[row] ?? 0]
      : Array.from(column.values.subarray(column.offsets[row], column.offsets[row + 1]));
  for (const row of rows) {
    const codes = codesOf(row);
    for (const code of codes.length > 0 ? codes : [column.cardinality]) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
