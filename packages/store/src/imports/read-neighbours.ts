import type { IncidentSummary } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { readSummaries } from '../query/read-summaries.ts';
import type { Schema } from '../schema.ts';
import type { Searching } from './imports.ts';

/** Degrees north and south: about 55 km, beyond which two certain places are of different events. */
const REACH = 0.5;
/** Degrees east and west, up to 60° of latitude. */
const REACH_EAST = 1;

/**
 * For each record, what stands of other origins in about its days and place: by the index of days, a look-up for each.
 * Of places that are no more precise than a district, or have no point, the province must be the same.
 */
export async function readNeighbours(
  db: Kysely<Schema>,
  searching: readonly Searching[],
  { daysApart, limit }: { readonly daysApart: number; readonly limit: number },
): Promise<ReadonlyMap<string, readonly IncidentSummary[]>> {
  if (searching.length === 0) return new Map();
  const { rows } = await sql<{ id: string; found: string }>`
    select given.id, near.incident_id as found
    from jsonb_to_recordset(${JSON.stringify(searching)}::jsonb) as given (
      id text, origin text, start date, "end" date, latitude double precision, longitude double precision, province text)
    cross join lateral (
      select fact.incident_id
      from incident_fact fact
      join place on place.id = fact.place_id
      where fact.start_day between given.start - ${daysApart}::integer and given."end" + ${daysApart}::integer
        and case when place.precision in ('site', 'place') and given.latitude is not null
          then abs(place.latitude - given.latitude) < ${REACH} and abs(place.longitude - given.longitude) < ${REACH_EAST}
          else place.province is null or given.province is null or place.province = given.province end
        and exists (select from incident where id = fact.incident_id and origin <> given.origin)
      order by abs(fact.start_day - given.start), fact.incident_id
      limit ${limit}
    ) near`.execute(db);
  const summaries = await readSummaries(db, [...new Set(rows.map(({ found }) => found))]);
  const neighbours = new Map<string, IncidentSummary[]>();
  for (const { found, id } of rows) {
    const summary = summaries.get(found);
    if (summary) neighbours.set(id, [...(neighbours.get(id) ?? []), summary]);
  }
  return neighbours;
}
