import type { ImportIssueKind } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema } from '../schema.ts';
import type { ImportIssue, StoredImportIssue } from './imports.ts';

export async function insertIssues(db: Kysely<Schema>, batch: number, issues: readonly ImportIssue[]): Promise<void> {
  const rows = issues.map(({ field, kind, reason, row, value }) => ({
    ...{ batch_id: batch, kind, row_number: row, field },
    ...{ value: storable(value), reason: storable(reason) },
  }));
  await insertRows(db, 'import_issue', rows);
}

/** What the database cannot hold is shown as what it is not: a file may have any bytes. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD');
}

export async function readIssues(
  db: Kysely<Schema>,
  batch: number,
  { after, kind, limit }: { readonly after: number; readonly limit: number; readonly kind?: ImportIssueKind },
): Promise<readonly StoredImportIssue[]> {
  const { rows } = await sql<StoredImportIssue>`
    select position, kind, row_number as row, field, value, reason from import_issue
    where batch_id = ${batch} and position > ${after} ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
    order by position limit ${limit}`.execute(db);
  return rows;
}
