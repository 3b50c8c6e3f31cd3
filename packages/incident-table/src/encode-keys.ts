import { Table, tableFromColumns, tableToIPC, uint32 } from '@uwdata/flechette';
import { batchedVector } from './arrow-vectors.ts';

/** Keys of incidents as an Arrow stream of one column `key`, whose schema says the `revision`: 4 bytes a key. */
export function encodeKeys(keys: Uint32Array, revision: number): Uint8Array {
  const { schema, children } = tableFromColumns([['key', batchedVector(uint32(), [keys])]]);
  const metadata = new Map([['revision', String(revision)]]);
  const bytes = tableToIPC(new Table({ ...schema, metadata }, children), { format: 'stream' });
  if (!bytes) throw new TypeError('Expected the Arrow encoder to return bytes');
  return bytes;
}
