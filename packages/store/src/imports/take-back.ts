import { type Kysely, sql } from 'kysely';
import { toStoredIncident } from '../incident-row.ts';
import { selectIncidents } from '../read-incidents.ts';
import { type IncidentImage, ofImage } from '../record-image.ts';
import type { Schema } from '../schema.ts';
import type { StoredIncident } from '../store.ts';
import { writeChanged } from '../write-incidents.ts';
import type { Change } from '../write-transaction.ts';
import type { ImportIssue } from './imports.ts';
import { insertIssues } from './issue-rows.ts';

interface BroughtRow {
  readonly incident_id: string;
  readonly row_number: number;
  readonly before: number;
  readonly version: number;
  /** Of the version before; null for a record that the batch created. */
  readonly earlier: IncidentImage | null;
  readonly has_doubles: boolean;
}

export interface TakenBack {
  readonly wrote: boolean;
  /** Null where there was none left. */
  readonly last: string | null;
}

/** Takes back what a batch brought, by id from after `after`, inside a transaction that holds the revision. */
export async function takeBack(
  trx: Kysely<Schema>,
  batch: number,
  { after, limit }: { readonly after: string; readonly limit: number },
  change: Change,
): Promise<TakenBack> {
  const { rows } = await sql<BroughtRow>`
    select brought.incident_id, row_number, before, brought.version, earlier.incident as earlier,
      exists (select from incident double where double.merged_into = brought.incident_id) as has_doubles
    from import_row brought
    left join incident_version earlier
      on earlier.incident_id = brought.incident_id and earlier.version = brought.before
    where batch_id = ${batch} and brought.incident_id > ${after} and undone is null
    order by brought.incident_id limit ${limit}`.execute(trx);
  const standing = await readPresent(trx, rows);
  const issues: ImportIssue[] = [];
  const undone: { incident_id: string; undone: number }[] = [];
  const changed = rows.flatMap((row) => {
    const stands = standing.get(row.incident_id);
    if (!stands) return [];
    if (isUntouched(row, stands)) {
      undone.push({ incident_id: row.incident_id, undone: row.version + (row.version > row.before ? 1 : 0) });
      return row.version === row.before ? [] : [{ ...stands, incident: before(row, stands), version: row.version + 1 }];
    }
    undone.push({ incident_id: row.incident_id, undone: 0 });
    issues.push(keptIssue(row, stands));
    return [];
  });
  await writeChanged(trx, changed, change);
  await insertIssues(trx, batch, issues);
  await markUndone(trx, batch, undone);
  return { wrote: changed.length > 0, last: rows.at(-1)?.incident_id ?? null };
}

async function readPresent(
  trx: Kysely<Schema>,
  brought: readonly BroughtRow[],
): Promise<ReadonlyMap<string, StoredIncident>> {
  const ids = brought.map(({ incident_id }) => incident_id);
  const rows = await selectIncidents(trx).where('incident.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.id, toStoredIncident(row)]));
}

/** What only settled a conflict has nothing to take back, whatever became of the record. */
function isUntouched({ before, has_doubles, version }: BroughtRow, stands: StoredIncident): boolean {
  return version === before || (stands.version === version && stands.mergedInto === null && !has_doubles);
}

/** History is never deleted: a record that should not be there is retracted, and counts nowhere. */
function before({ earlier }: BroughtRow, { incident }: StoredIncident) {
  return earlier === null ? { ...incident, status: 'retracted' as const } : ofImage(earlier);
}

function keptIssue({ has_doubles, row_number, version }: BroughtRow, stands: StoredIncident): ImportIssue {
  const reason =
    stands.mergedInto !== null
      ? `is merged into ${stands.mergedInto} and was left alone`
      : has_doubles && stands.version === version
        ? 'has others merged into it and was left alone'
        : `was changed by somebody since (version ${stands.version}) and was left alone`;
  return { kind: 'kept', row: row_number, field: 'id', value: stands.incident.id, reason };
}

async function markUndone(
  trx: Kysely<Schema>,
  batch: number,
  undone: readonly { readonly incident_id: string; readonly undone: number }[],
): Promise<void> {
  if (undone.length === 0) return;
  await sql`
    update import_row set undone = given.undone
    from jsonb_to_recordset(${JSON.stringify(undone)}::jsonb) as given (incident_id text, undone integer)
    where import_row.batch_id = ${batch} and import_row.incident_id = given.incident_id`.execute(trx);
  await sql`
    update import_batch set rows_done = rows_done + ${undone.length}, beat_at = clock_timestamp()
    where id = ${batch}`.execute(trx);
}
