import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type TableIncidentRow, toTableIncident } from './incident-row.ts';
import type { Schema } from './schema.ts';
import type { KeyedIncident } from './store.ts';

/** Incidents that count with a key above `after`, by key, at most `limit`. */
export function readTableIncidents(
  db: Kysely<Schema>,
  after: number,
  limit: number,
): Promise<readonly KeyedIncident[]> {
  return read(db, sql`where key > ${after} and merged_into is null order by key limit ${limit}`);
}

/** In no order; unknown ids are left out. */
export function readTableIncidentsById(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly KeyedIncident[]> {
  return read(db, sql`where id = any(${ids})`);
}

async function read(db: Kysely<Schema>, which: RawBuilder<unknown>): Promise<readonly KeyedIncident[]> {
  const { rows } = await sql<{ fields: readonly unknown[] }>`
    select json_build_array(
      ${FIELDS},
      array(select actor_name from incident_actor where incident_id = incident.id order by position),
      array(select claim from incident_actor where incident_id = incident.id order by position),
      array(select site_id from incident_site where incident_id = incident.id order by position)
    ) as fields
    from incident ${which}`.execute(db);
  return rows.map(({ fields }) => {
    const row = toRow(fields);
    return { incident: toTableIncident(row), key: row.key };
  });
}

const COLUMNS = [
  ...['key', 'id', 'title', 'summary', 'start_day', 'end_day', 'date_precision', 'event_type', 'sub_event_type'],
  ...['target_type', 'place_name', 'province', 'district', 'latitude', 'longitude', 'place_precision'],
  ...['killed', 'wounded', 'abducted', 'attackers_killed', 'chinese_killed', 'chinese_wounded'].flatMap((toll) => [
    `${toll}_low`,
    `${toll}_best`,
    `${toll}_high`,
  ]),
  ...['reliability', 'credibility', 'status', 'summarises_day', 'origin', 'licence'],
];
/** One JSON text a row: as forty columns of the wire protocol the same row takes four times as long. */
const FIELDS = sql.raw(COLUMNS.join(', '));
const NAMES = [...COLUMNS, 'actor_names', 'actor_claims', 'targeted'];

/** Guarantee: `fields` are what `read` selects, one for each of NAMES, which are the columns of the row. */
function toRow(fields: readonly unknown[]): TableIncidentRow & { readonly key: number } {
  return Object.fromEntries(NAMES.map((name, index) => [name, fields[index]])) as unknown as TableIncidentRow & {
    readonly key: number;
  };
}
