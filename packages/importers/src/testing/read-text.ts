import { readCsvRows } from '../csv/read-csv-rows.ts';
import type { MappedRow } from '../import-context.ts';
import type { SourceRow } from '../source-row.ts';

/** Reads a whole text as a CSV file and maps its rows. */
export async function mapText(file: string, text: string | Uint8Array, map: (row: SourceRow) => MappedRow) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const records = [];
  const issues = [];
  for await (const batch of readCsvRows(file, [bytes])) {
    issues.push(...batch.issues);
    for (const mapped of batch.rows.map(map)) {
      issues.push(...mapped.issues);
      if (mapped.record) records.push(mapped.record);
    }
  }
  return { records, issues };
}
