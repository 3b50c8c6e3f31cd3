import { columnFromArray, Table, tableFromColumns, tableToIPC, uint32, utf8 } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { decodeKeys, encodeKeys } from './index.ts';

function encode(keys: readonly number[], name = 'key', batch = 3): Uint8Array {
  const column = columnFromArray(Uint32Array.from(keys), uint32(), { maxBatchRows: batch });
  const { schema, children } = tableFromColumns({ [name]: column });
  return (
    tableToIPC(new Table({ ...schema, metadata: new Map([['revision', '12']]) }, children), { format: 'stream' }) ??
    new Uint8Array()
  );
}

test('keys come back from any number of batches, with their revision', () => {
  const keys = [4, 8, 15, 16, 23, 42, 2 ** 31 - 1];
  expect(decodeKeys(encode(keys))).toEqual({ revision: 12, keys: Uint32Array.from(keys) });
  expect(decodeKeys(encodeKeys(Uint32Array.from(keys), 3))).toEqual({ revision: 3, keys: Uint32Array.from(keys) });
  expect(decodeKeys(encodeKeys(new Uint32Array(0), 3)).keys).toEqual(new Uint32Array(0));
  expect(decodeKeys(encode([])).keys).toEqual(new Uint32Array(0));
});

test('anything else is refused', () => {
  const texts = tableToIPC(tableFromColumns({ key: columnFromArray(['a'], utf8()) }), { format: 'stream' });
  for (const bytes of [encode([1], 'other'), encode([1, 2, 3]).subarray(0, 300), texts ?? new Uint8Array()]) {
    expect(() => decodeKeys(bytes)).toThrow(/^Not keys as an Arrow stream: ./);
  }
});
