import { type Kysely, sql } from 'kysely';
import { toStoredIncident } from '../incident-row.ts';
import { selectIncidents } from '../read-incidents.ts';
import { type IncidentImage, toImage } from '../record-image.ts';
import type { Schema } from '../schema.ts';
import { BrokenLink } from './audit-fault.ts';
import { firstDifference } from './first-difference.ts';

const BATCH = 500;

/**
 * That each incident stands as its last version says, and that its versions count from 1 without gaps. Gives how many
 * incidents there are; throws BrokenLink at the first that differs.
 */
export async function verifyPresent(db: Kysely<Schema>, onProgress: (checked: number) => void): Promise<number> {
  await checkNoneMissing(db);
  let checked = 0;
  for (let after = ''; ; ) {
    const rows = await readPresent(db, after);
    const last = rows.at(-1);
    if (!last) return checked;
    for (const row of rows) checkPresent(row);
    after = last.id;
    checked += rows.length;
    onProgress(checked);
  }
}

/** Incidents of which there is a history and nothing else. */
async function checkNoneMissing(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select incident_id as id from incident_version
    where version = 1 and not exists (select from incident where incident.id = incident_version.incident_id)
    order by incident_id limit 1`.execute(db);
  for (const { id } of rows) throw broken(id, 'is gone, its history is there');
}

/** Each with its last version, in one statement: a write meanwhile changes both. */
function readPresent(db: Kysely<Schema>, after: string) {
  return selectIncidents(db)
    .select([
      lastVersion<number>('version').as('last_version'),
      lastVersion<number>('revision').as('last_revision'),
      lastVersion<string | null>('merged_into').as('last_merged_into'),
      lastVersion<IncidentImage | null>('incident').as('last_incident'),
      sql<number>`(select count(*) from incident_version where incident_id = incident.id)`.as('versions'),
    ])
    .where('incident.id', '>', after)
    .orderBy('incident.id')
    .limit(BATCH)
    .execute();
}

function lastVersion<T>(column: string) {
  return sql<T>`(
    select ${sql.ref(column)} from incident_version where incident_id = incident.id order by version desc limit 1)`;
}

type PresentRow = Awaited<ReturnType<typeof readPresent>>[number];

function checkPresent(row: PresentRow): void {
  const { id, last_incident: last, last_version: lastVersion } = row;
  if (last === null) throw broken(id, 'has no history');
  if (row.versions !== lastVersion) {
    throw broken(id, `has ${row.versions} versions in its history, the last of which is version ${lastVersion}`);
  }
  if (row.version !== lastVersion || row.revision !== row.last_revision) {
    throw broken(
      id,
      `stands at version ${row.version} of revision ${row.revision}, its history ends with version ${lastVersion} of revision ${row.last_revision}`,
    );
  }
  if (row.merged_into !== row.last_merged_into) {
    throw broken(id, `is merged into ${row.merged_into ?? 'none'}, its history says ${row.last_merged_into ?? 'none'}`);
  }
  const fault = firstDifference(toImage(toStoredIncident(row).incident), last);
  if (fault !== null) throw broken(id, fault);
}

function broken(id: string, what: string): BrokenLink {
  return new BrokenLink({ kind: 'incident', id }, `incident ${id} ${what}`);
}
