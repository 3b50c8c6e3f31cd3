import type { OriginTest } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** The origins that are meant of those that incidents have: a pass over an index. */
export async function readOrigins(db: Kysely<Schema>, isMeant: OriginTest): Promise<readonly string[]> {
  const { rows } = await sql<{ origin: string }>`select distinct origin from incident`.execute(db);
  return rows.map(({ origin }) => origin).filter(isMeant);
}

/** By id. */
export async function readOriginsOf(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; origin: string }>`
    select id, origin from incident where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, origin }) => [id, origin]));
}

/** Keys of the incidents of some origins, ascending. */
export async function readKeysOfOrigins(db: Kysely<Schema>, isMeant: OriginTest): Promise<Uint32Array> {
  const origins = await readOrigins(db, isMeant);
  if (origins.length === 0) return new Uint32Array();
  const { rows } = await sql<{ keys: string | null }>`
    select string_agg(key::text, ' ') as keys from incident where origin = any(${origins})`.execute(db);
  return toKeys(rows);
}

/** The same as it was at a revision: a look-up in the history for each incident. */
export async function readKeysOfOriginsAt(
  db: Kysely<Schema>,
  revision: number,
  isMeant: OriginTest,
): Promise<Uint32Array> {
  const { rows } = await sql<{ origin: string; keys: string }>`
    select stood.origin, string_agg(present.key::text, ' ') as keys
    from incident present cross join lateral (
      select incident ->> 'origin' as origin from incident_version
      where incident_id = present.id and revision <= ${revision}
      order by version desc limit 1
    ) stood
    group by stood.origin`.execute(db);
  return toKeys(rows.filter(({ origin }) => isMeant(origin)));
}

/** One text is what the driver reads fastest. */
function toKeys(rows: readonly { readonly keys: string | null }[]): Uint32Array {
  const keys = rows.flatMap((row) => row.keys?.split(' ') ?? []);
  return Uint32Array.from(keys, Number).sort();
}
