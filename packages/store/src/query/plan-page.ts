import type { BBox, HeldRows, Page, PageRequest, TargetRef } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { isAt } from './filter-clause.ts';
import { type Order, orderBy, type Sorted, standsBefore } from './order-by.ts';
import type { Plan, Planned } from './plan.ts';
import { listSummaries } from './read-summaries.ts';
import type { Database } from './sql-snapshot.ts';

/** One page of the matched incidents in order. */
export function planPage({ clause, snapshot, tallies }: Plan, request: PageRequest): Planned<Page> {
  const { distanceTo, held, limit, sort, within } = request;
  const byPlace = tallies.want('place');
  return async () => {
    const { db, places } = snapshot;
    const { latitude, longitude } = places.relations;
    const isInBox = (index: number) =>
      !within || isWithin(within, longitude[index] ?? Number.NaN, latitude[index] ?? Number.NaN);
    let total = 0;
    for (const [id, count] of byPlace()) if (isInBox(places.indexOf(id))) total += count;
    const order = orderBy(sort);
    const { by, join } = order;
    const condition = within ? clause.condition(null, isAt(places.idsWhere(isInBox))) : clause.condition(null);
    const offset = Math.max(0, request.offset + (held ? await rowsMoved(db, order, condition, held) : 0));
    const { rows } = await sql<{ incident_id: string; place_id: number }>`
      select f.incident_id, f.place_id from incident_fact f ${join} where ${condition}
      order by ${by} limit ${limit} offset ${offset}`.execute(db);
    const ids = rows.map(({ incident_id }) => incident_id);
    const items = await listSummaries(db, ids);
    const distancesTo = ({ id, kind }: TargetRef) =>
      rows.map(({ place_id }) => places.relations.intervalTo(kind, id, places.indexOf(place_id)));
    return {
      total,
      items,
      ...(distanceTo && { distances: distancesTo(distanceTo) }),
      ...(held && { offset }),
    };
  };
}

/** By how many rows the first of the held that is still listed has moved down; 0 where none is. */
async function rowsMoved(
  db: Database,
  order: Order,
  condition: RawBuilder<unknown>,
  { ids, index }: HeldRows,
): Promise<number> {
  const { join, key } = order;
  const { rows } = await sql<Sorted>`
    select f.incident_id, f.start_day, ${key} as key
    from incident_fact f ${join} where ${condition} and f.incident_id = any(${ids})`.execute(db);
  const listed = new Map(rows.map((row) => [row.incident_id, row]));
  const nth = ids.findIndex((id) => listed.has(id));
  const first = listed.get(ids[nth] ?? '');
  if (!first) return 0;
  const before = await sql<{ count: number }>`
    select count(*) as count from incident_fact f ${join} where ${condition} and ${standsBefore(order, first)}`.execute(
    db,
  );
  return (before.rows[0]?.count ?? 0) - (index + nth);
}

/** Whether a position lies in a box, its edges included. */
export function isWithin([west, south, east, north]: BBox, longitude: number, latitude: number): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}
