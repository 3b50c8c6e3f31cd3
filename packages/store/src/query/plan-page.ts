import type { BBox, Page, PageRequest } from '@corridor/domain';
import { sql } from 'kysely';
import { isAt } from './filter-clause.ts';
import { orderBy } from './order-by.ts';
import type { Plan, Planned } from './plan.ts';
import { listSummaries } from './read-summaries.ts';

/** One page of the matched incidents in order. */
export function planPage({ clause, snapshot, tallies }: Plan, request: PageRequest): Planned<Page> {
  const { distanceTo, limit, offset, sort, within } = request;
  const byPlace = tallies.want('place');
  return async () => {
    const { db, places } = snapshot;
    const { latitude, longitude } = places.relations;
    const isInBox = (index: number) =>
      !within || isWithin(within, longitude[index] ?? Number.NaN, latitude[index] ?? Number.NaN);
    let total = 0;
    for (const [id, count] of byPlace()) if (isInBox(places.indexOf(id))) total += count;
    const { by, join } = orderBy(sort);
    const condition = within ? clause.condition(null, isAt(places.idsWhere(isInBox))) : clause.condition(null);
    const { rows } = await sql<{ incident_id: string; place_id: number }>`
      select f.incident_id, f.place_id from incident_fact f ${join} where ${condition}
      order by ${by} limit ${limit} offset ${offset}`.execute(db);
    const ids = rows.map(({ incident_id }) => incident_id);
    const items = await listSummaries(db, ids);
    if (!distanceTo) return { total, items };
    const { kind, id } = distanceTo;
    const distances = rows.map(({ place_id }) => places.relations.intervalTo(kind, id, places.indexOf(place_id)));
    return { total, items, distances };
  };
}

/** Whether a position lies in a box, its edges included. */
export function isWithin([west, south, east, north]: BBox, longitude: number, latitude: number): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}
