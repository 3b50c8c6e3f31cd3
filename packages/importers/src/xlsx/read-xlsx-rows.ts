import type { RowIssue } from '@corridor/domain';
import { ImportFault } from '../import-fault.ts';
import { issueAt } from '../source-row.ts';
import { createTableReader, isHeader, type RowBatch, usualCells } from '../table-reader.ts';
import { type FoundSheets, findLaterSheets } from './find-later-sheets.ts';
import { openArchive } from './open-archive.ts';
import { readBeginning } from './read-beginning.ts';
import { lastRow, readLaterSheets } from './read-later-sheets.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook, type Sheet } from './read-workbook.ts';
import { withinBytes } from './within-bytes.ts';
import { XLSX_LIMITS, type XlsxLimits } from './xlsx-limits.ts';

/**
 * The rows of the first visible sheet with a row under its header, then of those after it that repeat its header: a sheet for
 * each month is one table. Their rows are counted on, and say in which sheet they are. An issue names the sheets that are not
 * read; what cannot be read of a later sheet is one too. Formulas give the value that the workbook keeps of them. Memory: the
 * packed file and the texts that sheets share, each within `limits`; the sheets themselves pass through.
 */
export function* readXlsxRows(file: string, bytes: Uint8Array, limits: XlsxLimits = XLSX_LIMITS): Generator<RowBatch> {
  const packed = openArchive(bytes, limits.entries);
  const workbook = readWorkbook(packed, limits);
  const [reading, looking] = [withinBytes(packed, limits.sheetBytes), withinBytes(packed, limits.sheetBytes)];
  const read = (sheet: Sheet) => readSheet(reading, sheet, workbook, limits);
  const lookAt = (sheet: Sheet) => readSheet(looking, sheet, workbook, limits);
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) continue;
    const records = read(sheet);
    const beginning = readBeginning(records);
    const usual = usualCells(beginning);
    const header = beginning.findIndex((record) => isHeader(record, usual));
    if (header < 0 || header === beginning.length - 1) continue;
    const table = createTableReader(file, { padsRows: true, usual });
    const { columns, ...first } = table(beginning);
    const found = yield* findLaterSheets(workbook.sheets, sheet, columns, limits.sheets, lookAt);
    yield { columns, ...first, issues: [...otherSheets(file, sheet, found), ...first.issues] };
    let last = lastRow(beginning, 0);
    for (const part of records) {
      last = lastRow(part, last);
      yield table(part);
    }
    yield* readLaterSheets(file, found.later, columns, last, read);
    return;
  }
  const names = workbook.sheets.map(({ name, isHidden }) => `${name}${isHidden ? ' (hidden)' : ''}`).join(', ');
  throw new ImportFault(
    'unknown-format',
    `the workbook has no visible sheet with a header and a row (sheets: ${names})`,
  );
}

/** So many sheets that are not read are named. */
const NAMED = 1_000;

function otherSheets(file: string, { name }: Sheet, { later, unread }: FoundSheets): readonly RowIssue[] {
  if (unread.length === 0) return [];
  const others = later.length === 1 ? 'the sheet that repeats' : `the ${later.length} sheets that repeat`;
  const read = later.length === 0 ? 'is the one that is read' : `is read, and ${others} its header`;
  const named = unread.slice(0, NAMED).map((sheet) => `${sheet.name} (${sheet.reason})`);
  const more = unread.length > NAMED ? [`${unread.length - NAMED} more`] : [];
  return [issueAt({ file, row: 1 }, 'sheet', name, `${read}; not read: ${[...named, ...more].join(', ')}`)];
}
