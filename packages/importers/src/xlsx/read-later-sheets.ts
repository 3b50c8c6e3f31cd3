import type { CsvRecord } from '../csv/csv-reader.ts';
import { issueAt, type LaterSheet } from '../source-row.ts';
import { createTableReader, type RowBatch } from '../table-reader.ts';
import type { Sheet } from './read-workbook.ts';
import { upToFault } from './up-to-fault.ts';

/** No sheet begins after it: a row that its sheet gives a wrong number is still one that 32 bits hold. */
const LAST_BEGINNING = 1_000_000_000;

/**
 * The rows of sheets that repeat the header of a table, counted on from its last row. What of a sheet cannot be read is an issue
 * after its last row that could be.
 */
export function* readLaterSheets(
  file: string,
  sheets: readonly Sheet[],
  columns: readonly string[],
  rowsBefore: number,
  read: (sheet: Sheet) => Iterable<readonly CsvRecord[]>,
): Generator<RowBatch> {
  let last = rowsBefore;
  for (const it of sheets) {
    const { name } = it;
    const sheet: LaterSheet = { name, rowsBefore: last };
    const told = (reason: string): RowBatch => {
      last++;
      return { columns, rows: [], issues: [issueAt({ file, row: last, sheet }, 'sheet', name, reason)] };
    };
    if (last > LAST_BEGINNING) {
      yield told(`is not read, nor what follows it: the sheets before it have ${LAST_BEGINNING} rows`);
      return;
    }
    const faults: string[] = [];
    const table = createTableReader(file, { padsRows: true, usual: columns.length, continued: { columns, sheet } });
    for (const records of upToFault(read(it), ({ message }) => faults.push(message))) {
      last = lastRow(records, last, sheet.rowsBefore);
      yield table(records);
    }
    for (const message of faults) yield told(`cannot be read from here on: ${message}`);
  }
}

/** The largest number of a row so far. */
export function lastRow(records: readonly CsvRecord[], before: number, rowsBefore = 0): number {
  let last = before;
  for (const { row } of records) last = Math.max(last, row + rowsBefore);
  return last;
}
