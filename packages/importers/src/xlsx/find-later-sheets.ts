import type { CsvRecord } from '../csv/csv-reader.ts';
import { headerDifference } from '../header-difference.ts';
import { columnNames, FIRST_RECORDS, isHeader, type RowBatch, repeatsHeader, usualCells } from '../table-reader.ts';
import { readBeginning } from './read-beginning.ts';
import type { Sheet } from './read-workbook.ts';
import { upToFault } from './up-to-fault.ts';

export interface FoundSheets {
  /** Those that go on with the table of the first. */
  readonly later: readonly Sheet[];
  /** All others, with the reason. */
  readonly unread: readonly UnreadSheet[];
}

export interface UnreadSheet {
  readonly name: string;
  readonly reason: string;
}

/**
 * Looks at the beginning of each visible sheet after the first, `limit` of them at most. Yields a batch without rows before each, so
 * that others have their turn. Memory: one beginning.
 */
export function* findLaterSheets(
  sheets: readonly Sheet[],
  first: Sheet,
  columns: readonly string[],
  limit: number,
  lookAt: (sheet: Sheet) => Iterable<readonly CsvRecord[]>,
): Generator<RowBatch, FoundSheets> {
  const later: Sheet[] = [];
  const unread: UnreadSheet[] = [];
  const from = sheets.indexOf(first);
  let looked = 0;
  for (const [index, sheet] of sheets.entries()) {
    if (sheet === first) continue;
    if (sheet.isHidden) unread.push({ name: sheet.name, reason: 'hidden' });
    else if (index < from) unread.push({ name: sheet.name, reason: 'no table' });
    else if (looked === limit) unread.push({ name: sheet.name, reason: `past the limit of ${limit} sheets` });
    else {
      looked++;
      yield { columns, rows: [], issues: [] };
      const reason = whyUnread(lookAt(sheet), columns);
      if (reason === null) later.push(sheet);
      else unread.push({ name: sheet.name, reason });
    }
  }
  return { later, unread };
}

/** Null where the sheet goes on with the table. */
function whyUnread(records: Iterable<readonly CsvRecord[]>, columns: readonly string[]): string | null {
  const faults: string[] = [];
  const beginning = readBeginning(upToFault(records, ({ message }) => faults.push(message)));
  const header = beginning.slice(0, FIRST_RECORDS).findIndex((record) => repeatsHeader(record, columns));
  if (header >= 0 && header < beginning.length - 1) return null;
  if (faults[0] !== undefined) return faults[0];
  return header >= 0 ? 'no rows' : whyOther(beginning, columns);
}

function whyOther(beginning: readonly CsvRecord[], columns: readonly string[]): string {
  if (beginning.length === 0) return 'empty';
  const usual = usualCells(beginning);
  const header = beginning.find((record) => isHeader(record, usual));
  const difference = header && headerDifference(columnNames(header.cells), columns);
  return difference ? `another header: ${difference}` : 'no table';
}
