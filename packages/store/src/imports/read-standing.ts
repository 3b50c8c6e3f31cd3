import { type Kysely, sql } from 'kysely';
import { toStoredIncident } from '../incident-row.ts';
import { selectIncidents } from '../read-incidents.ts';
import { type IncidentImage, ofImage } from '../record-image.ts';
import type { Schema } from '../schema.ts';
import type { StandingIncident } from './imports.ts';

interface BaseRow {
  readonly id: string;
  readonly image: IncidentImage;
  readonly withdrawn: boolean;
}

/** What stands of the ids, merged ones too, and what their sources said of them last. */
export async function readStanding(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingIncident>> {
  if (ids.length === 0) return new Map();
  const rows = await selectIncidents(db).where('incident.id', '=', sql<string>`any(${ids})`).execute();
  if (rows.length === 0) return new Map();
  const found = rows.map(({ id }) => id);
  // An import that was undone says nothing any more, unless somebody's change kept what it brought.
  const bases = await sql<BaseRow>`
    select present.id, coalesce(last.image, version.incident) as image,
      exists (select from import_row taken
        where taken.incident_id = present.id and taken.before = 0 and taken.undone = present.version) as withdrawn
    from incident present
    left join lateral (
      select version, image from import_row brought
      where brought.incident_id = present.id and (brought.undone is null or brought.undone = 0)
      order by batch_id desc limit 1
    ) last on true
    join incident_version version
      on version.incident_id = present.id and version.version = coalesce(last.version, 1)
    where present.id = any(${found})`.execute(db);
  const doubles = await sql<{ merged_into: string }>`
    select distinct merged_into from incident where merged_into = any(${found})`.execute(db);
  const withDoubles = new Set(doubles.rows.map(({ merged_into }) => merged_into));
  const baseOf = new Map(bases.rows.map((row) => [row.id, row]));
  return new Map(
    rows.flatMap((row) => {
      const base = baseOf.get(row.id);
      if (!base) return [];
      const { image, withdrawn } = base;
      const hasDoubles = withDoubles.has(row.id);
      return [[row.id, { ...toStoredIncident(row), base: ofImage(image), withdrawn, hasDoubles }] as const];
    }),
  );
}
