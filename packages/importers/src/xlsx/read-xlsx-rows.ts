import type { CsvRecord } from '../csv/csv-reader.ts';
import { ImportFault } from '../import-fault.ts';
import { issueAt } from '../source-row.ts';
import {
  createTableReader,
  FIRST_RECORDS,
  isBlankRecord,
  isHeader,
  type RowBatch,
  usualCells,
} from '../table-reader.ts';
import { openArchive } from './open-archive.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook, type Sheet } from './read-workbook.ts';
import { XLSX_LIMITS, type XlsxLimits } from './xlsx-limits.ts';

/**
 * The rows of the first visible sheet with a row under its header; an issue names it and the sheets that are not read.
 * Formulas give the value that the workbook keeps of them. Memory: the packed file and the texts that sheets share, each
 * within `limits`; the sheet itself passes through.
 */
export function* readXlsxRows(file: string, bytes: Uint8Array, limits: XlsxLimits = XLSX_LIMITS): Generator<RowBatch> {
  const archive = openArchive(bytes, limits.entries);
  const workbook = readWorkbook(archive, limits);
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  for (const sheet of visible) {
    const records = readSheet(archive, sheet, workbook, limits);
    const beginning = readBeginning(records);
    const usual = usualCells(beginning);
    const header = beginning.findIndex((record) => isHeader(record, usual));
    if (header < 0 || header === beginning.length - 1) continue;
    const table = createTableReader(file, { padsRows: true, usual });
    const first = table(beginning);
    yield { ...first, issues: [...otherSheets(file, sheet, workbook.sheets), ...first.issues] };
    for (const part of records) yield table(part);
    return;
  }
  const names = workbook.sheets.map(({ name, isHidden }) => `${name}${isHidden ? ' (hidden)' : ''}`).join(', ');
  throw new ImportFault(
    'unknown-format',
    `the workbook has no visible sheet with a header and a row (sheets: ${names})`,
  );
}

/** As much of a sheet as tells how wide its table is, or all of it; without blank rows. */
function readBeginning(records: Iterator<readonly CsvRecord[]>): CsvRecord[] {
  const beginning: CsvRecord[] = [];
  for (let next = records.next(); next.done !== true; next = records.next()) {
    beginning.push(...next.value.filter((record) => !isBlankRecord(record)));
    if (beginning.length >= FIRST_RECORDS) break;
  }
  return beginning;
}

function otherSheets(file: string, { name }: Sheet, sheets: readonly Sheet[]) {
  const others = sheets.filter((it) => it.name !== name).map((it) => it.name);
  if (others.length === 0) return [];
  return [issueAt({ file, row: 1 }, 'sheet', name, `is the one that is read; not read: ${others.join(', ')}`)];
}
