import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { IncidentTexts } from './store.ts';

/** Titles and summaries by key, to be read inside one snapshot. */
export async function readTexts(snapshot: Kysely<Schema>, keys: readonly number[]): Promise<IncidentTexts> {
  const { value } = await snapshot.selectFrom('revision').select('value').executeTakeFirstOrThrow();
  const rows = await snapshot
    .selectFrom('incident')
    .select(['key', 'id', 'title', 'summary'])
    .where('key', '=', sql<number>`any(${keys}::integer[])`)
    .where('merged_into', 'is', null)
    .execute();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return { revision: value, items: keys.flatMap((key) => byKey.get(key) ?? []) };
}
