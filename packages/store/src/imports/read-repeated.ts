import { createHash } from 'node:crypto';
import type { Incident } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * What a file says of a record, in brief: SHA-256 in hex of its JSON. One mapper makes it in one order; where another
 * order comes of a change of the program, the record is compared in full.
 */
export function digestOfSaid(record: Incident): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

/**
 * Ids of the records of which a file says what their source said last, to the letter. Not among them is what no import
 * brought, and what any import brought that was undone.
 */
export async function readRepeated(db: Kysely<Schema>, records: readonly Incident[]): Promise<ReadonlySet<string>> {
  const ids = records.map(({ id }) => id);
  const { rows } = await sql<{ readonly incident_id: string; readonly said: string | null }>`
    select incident_id, encode((array_agg(said order by batch_id desc))[1], 'hex') as said
    from import_row where incident_id = any(${ids})
    group by incident_id having bool_and(undone is null)`.execute(db);
  const said = new Map(rows.map((row) => [row.incident_id, row.said]));
  return new Set(records.filter((record) => isSaid(record, said.get(record.id))).map(({ id }) => id));
}

function isSaid(record: Incident, said: string | null | undefined): boolean {
  return typeof said === 'string' && digestOfSaid(record) === said;
}
