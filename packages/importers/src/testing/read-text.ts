import { readCsvRows } from '../csv/read-csv-rows.ts';
import type { MappedRow } from '../import-context.ts';
import type { SourceRow } from '../source-row.ts';

/** Reads a whole file as CSV and maps its rows. */
export async function mapText(file: string, bytes: Uint8Array, map: (row: SourceRow) => MappedRow) {
  const issues = [];
  const records = [];
  for await (const batch of readCsvRows(file, [bytes])) {
    issues.push(...batch.issues);
    for (const mapped of batch.rows.map(map)) {
      issues.push(...mapped.issues);
      if (mapped.record) records.push(mapped.record);
    }
  }
  return { issues, records };
}

/** The rows of a whole file. */
export async function rowsOf(file: string, bytes: Uint8Array): Promise<readonly SourceRow[]> {
  const rows = [];
  for await (const batch of readCsvRows(file, [bytes])) rows.push(...batch.rows);
  return rows;
}
