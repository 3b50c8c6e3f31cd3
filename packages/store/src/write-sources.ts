import { randomUUID } from 'node:crypto';
import type { Source } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';
import { signatureOf, toSourceRow } from './source-row.ts';
import { StoreError } from './store-error.ts';

/** Adds the sources that are not there yet, and gives the id of each. */
export async function idsOfSources(
  trx: Kysely<Schema>,
  sources: readonly Source[],
): Promise<(source: Source) => string> {
  const rows = new Map(sources.map((source) => [signatureOf(source), source]));
  const added = [...rows].map(([signature, source]) => ({ id: randomUUID(), signature, ...toSourceRow(source) }));
  await insertRows(trx, 'source', added, { key: 'signature', action: 'nothing' });
  const ids = await idsBySignature(trx, [...rows.keys()]);
  return (source) => {
    const id = ids.get(signatureOf(source));
    if (id === undefined) throw new RangeError('Expected one of the sources that were given');
    return id;
  };
}

/** Adds one under the given id, inside a transaction that holds the revision. StoreError `taken` where it is there. */
export async function addSource(trx: Kysely<Schema>, id: string, source: Source): Promise<void> {
  const signature = signatureOf(source);
  if ((await idsBySignature(trx, [signature])).size > 0) {
    throw new StoreError('taken', 'there is a source with the same content already');
  }
  await insertRows(trx, 'source', [{ id, signature, ...toSourceRow(source) }]);
}

/** Those that are there. */
export async function idsBySignature(
  trx: Kysely<Schema>,
  signatures: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (signatures.length === 0) return new Map();
  const { rows } = await sql<{ id: string; signature: string }>`
    select id, signature from source where signature = any(${signatures}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, signature }) => [signature, id]));
}
