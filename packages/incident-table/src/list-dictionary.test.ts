import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctLists } from './list-dictionary.ts';

test('every row has the code of its list, and no list is there twice', () => {
  const lists = fc.array(fc.array(fc.nat(6), { maxLength: 4 }), { maxLength: 60 });
  fc.assert(
    fc.property(lists, (rows) => {
      const offsets = Uint32Array.from([0, ...rows.map((_, row) => rows.slice(0, row + 1).flat().length)]);
      const values = Uint32Array.from(rows.flat());
      const distinct = distinctLists({ kind: 'lists', offsets, values, cardinality: 7 });
      const listOf = (code: number) => [
        ...distinct.values.subarray(distinct.offsets[code], distinct.offsets[code + 1]),
      ];
      expect(Array.from(distinct.codes, listOf)).toEqual(rows);
      expect(distinct.offsets.length - 1).toBe(new Set(rows.map((row) => row.join())).size);
    }),
    { seed: 61, numRuns: 200 },
  );
});
