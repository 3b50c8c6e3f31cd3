import type { TextMatches } from '@corridor/store';
import { columnFromArray, Table, tableFromColumns, tableToIPC, uint32 } from '@uwdata/flechette';

/** An Arrow IPC stream with the one column `key`: 4 bytes a key. */
export function encodeKeys({ keys, revision }: TextMatches): Uint8Array<ArrayBuffer> {
  const { schema, children } = tableFromColumns({ key: columnFromArray(keys, uint32()) });
  const metadata = new Map([['revision', String(revision)]]);
  const bytes = tableToIPC(new Table({ ...schema, metadata }, children), { format: 'stream' });
  if (bytes === null) throw new TypeError('Expected the Arrow encoder to return bytes');
  return new Uint8Array(bytes);
}
