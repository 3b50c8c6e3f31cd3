import type { RowIssue } from '@corridor/domain';
import type { CsvRecord } from './csv/csv-reader.ts';
import { headerDifference } from './header-difference.ts';
import { issueAt, type LaterSheet, type SourceRow } from './source-row.ts';

/** What a piece of a file gave. */
export interface RowBatch {
  /** Of the header, trimmed; empty until it was read. */
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  readonly issues: readonly RowIssue[];
}

/** A table that a later sheet goes on with. */
export interface Continued {
  /** Of the first sheet. */
  readonly columns: readonly string[];
  readonly sheet: LaterSheet;
}

interface TableSettings {
  readonly padsRows?: boolean;
  readonly usual: number;
  readonly continued?: Continued;
}

/**
 * Makes rows of the records of a table with so many cells as is usual in it (`usual`), the first of which with half of them is
 * the header; what stands above it is an issue. A record that cannot be read, or has another number of
 * cells than the header, is an issue; `padsRows` lets cells at the end be left out, as spreadsheets do. A row of HXL tags
 * under the header is passed over, as are blank lines. Where it is `continued`, the header is the first record that repeats the
 * columns of that table, all of which its rows then have, and rows are counted on.
 */
export function createTableReader(
  file: string,
  { padsRows = false, usual, continued }: TableSettings,
): (records: readonly CsvRecord[]) => RowBatch {
  let header: Header | null = null;
  const addressOf = ({ row }: CsvRecord): Address =>
    continued ? { file, row: row + continued.sheet.rowsBefore, sheet: continued.sheet } : { file, row };
  const begins = (record: CsvRecord): boolean =>
    continued ? repeatsHeader(record, continued.columns) : isHeader(record, usual);
  return (records) => {
    const rows: SourceRow[] = [];
    const issues: RowIssue[] = [];
    for (const record of records) {
      const at = addressOf(record);
      if (record.fault) {
        const { column, value, reason } = record.fault;
        const field = column === 0 ? '' : (header?.columns[column - 1] ?? `column ${column}`);
        issues.push(issueAt(at, field, value, reason));
      } else if ((padsRows || record.cells.length === 1) && isBlankRecord(record)) {
      } else if (header === null && !begins(record)) {
        const value = record.cells.find((cell) => cell.trim() !== '') ?? '';
        issues.push(issueAt(at, '', value, 'stands above the header: not read'));
      } else if (header === null) {
        const names = readHeader(at, record.cells, continued ? [] : issues);
        header = { columns: continued?.columns ?? names, width: names.length };
      } else if (!isHxlTags(record)) {
        addRow(header, at, padsRows ? padded(record.cells, header.width) : record.cells, rows, issues);
        for (const { column, value, reason } of record.remarks ?? []) {
          issues.push(issueAt(at, header.columns[column - 1] ?? '', value, reason));
        }
      }
    }
    return { columns: header?.columns ?? [], rows, issues };
  };
}

type Address = Omit<SourceRow, 'cells'>;

interface Header {
  readonly columns: readonly string[];
  /** How many of them the table has; the rest is blank in all its rows. */
  readonly width: number;
}

/** Whether a record has the columns of a table that it may go on with. */
export function repeatsHeader({ cells, fault }: CsvRecord, columns: readonly string[]): boolean {
  return fault === null && headerDifference(columnNames(cells), columns) === null;
}

/** So many records tell how wide a table is, with what stands above its header. */
export const FIRST_RECORDS = 20;

/** How many cells most of the first records have; of numbers that are as frequent the largest. */
export function usualCells(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells, fault } of records.slice(0, FIRST_RECORDS)) {
    if (!fault) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([cells, count], [others, times]) => times - count || others - cells);
  return first?.[0] ?? 0;
}

/** Titles and dates of reports, which stand above it, fill a cell or two of their row. */
export function isHeader({ cells, fault }: CsvRecord, usual: number): boolean {
  return fault === null && cells.filter((cell) => cell.trim() !== '').length >= Math.max(2, usual / 2);
}

/** A spreadsheet keeps rows of blank cells, of which nothing is left but a border or a colour. */
export function isBlankRecord({ cells, fault, remarks = [] }: CsvRecord): boolean {
  return fault === null && cells.every((cell) => cell.trim() === '') && remarks.every(({ column }) => column === 0);
}

function padded(cells: readonly string[], length: number): readonly string[] {
  return cells.length < length ? [...cells, ...Array<string>(length - cells.length).fill('')] : cells;
}

/** Names of columns; a column without a name, or with one that was there before, gets its number. */
function readHeader(at: Address, cells: readonly string[], issues: RowIssue[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const names = new Set<string>();
  for (const [index, cell] of cells.slice(0, last + 1).entries()) {
    const name = cell.trim();
    if (name !== '' && names.has(name))
      issues.push(issueAt(at, name, name, 'is the name of two columns: the first is read'));
    // An assignment to `__proto__` makes no property.
    names.add(name === '' || name === '__proto__' || names.has(name) ? `column ${index + 1}` : name);
  }
  return [...names];
}

/** The names that a record would give as a header. */
export function columnNames(cells: readonly string[]): readonly string[] {
  return readHeader({ file: '', row: 0 }, cells, []);
}

function isHxlTags({ cells }: CsvRecord): boolean {
  return (
    cells.some((cell) => cell.startsWith('#')) &&
    cells.every((cell) => cell === '' || /^#[a-z][a-z0-9_]*(\s*\+[a-z][a-z0-9_]*)*$/i.test(cell))
  );
}

function addRow(
  { columns, width }: Header,
  at: Address,
  found: readonly string[],
  rows: SourceRow[],
  issues: RowIssue[],
): void {
  const isTooLong = found.length > width && found.slice(width).some((cell) => cell.trim() !== '');
  if (found.length < width || isTooLong) {
    const reason = `has ${found.length} cells instead of ${width}`;
    issues.push(issueAt(at, '', found.join(','), reason));
    return;
  }
  const cells: Record<string, string> = {};
  for (let index = 0; index < columns.length; index++) {
    const name = columns[index] ?? '';
    const cell = found[index] ?? '';
    cells[name] = cell;
    if (cell.includes('\uFFFD')) {
      issues.push(issueAt(at, name, cell, 'holds bytes that are no text in the encoding of the file'));
    }
  }
  rows.push({ ...at, cells });
}
