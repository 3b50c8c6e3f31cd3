import type { RowIssue } from '@corridor/domain';
import { issueAt, type SourceRow } from '../source-row.ts';
import { CSV_LIMITS, type CsvLimits, type CsvReader, type CsvRecord, createCsvReader } from './csv-reader.ts';
import { createTextReader } from './decode-text.ts';
import { sniffSyntax } from './sniff-syntax.ts';

/** What a piece of a file gave. */
export interface RowBatch {
  /** Of the header, trimmed; empty until it was read. */
  readonly columns: readonly string[];
  readonly rows: readonly SourceRow[];
  readonly issues: readonly RowIssue[];
}

/** How much is read before the delimiter is decided on. */
const SNIFFED = 65_536;

/**
 * The rows of a CSV file that comes in pieces, with its encoding, delimiter and line ends recognised. A row that cannot be
 * read, or has another number of cells than the header, is an issue. A row of HXL tags under the header is passed
 * over, as are blank lines. Memory: one piece and one record, whatever the size of the file.
 */
export async function* readCsvRows(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: CsvLimits = CSV_LIMITS,
): AsyncGenerator<RowBatch> {
  const text = createTextReader();
  const table = createTableReader(file);
  let beginning = '';
  let reader: CsvReader | null = null;
  const begin = (): CsvReader => createCsvReader({ ...sniffSyntax(beginning), limits });
  for await (const bytes of pieces) {
    const part = text.push(bytes);
    if (reader) {
      yield table(reader.push(part));
      continue;
    }
    beginning += part;
    if (beginning.length < SNIFFED) continue;
    reader = begin();
    yield table(reader.push(beginning));
  }
  const rest = text.end();
  if (reader) yield table([...reader.push(rest), ...reader.end()]);
  else {
    beginning += rest;
    reader = begin();
    yield table([...reader.push(beginning), ...reader.end()]);
  }
}

function createTableReader(file: string): (records: readonly CsvRecord[]) => RowBatch {
  let columns: readonly string[] | null = null;
  return (records) => {
    const rows: SourceRow[] = [];
    const issues: RowIssue[] = [];
    for (const record of records) {
      if (record.fault) {
        const { column, value, reason } = record.fault;
        const field = column === 0 ? '' : (columns?.[column - 1] ?? `column ${column}`);
        issues.push(issueAt({ file, row: record.row }, field, value, reason));
      } else if (record.cells.length === 1 && record.cells[0]?.trim() === '') {
      } else if (columns === null) {
        columns = readHeader({ file, row: record.row }, record.cells, issues);
      } else if (!isHxlTags(record)) {
        addRow(columns, { file, row: record.row }, record.cells, rows, issues);
      }
    }
    return { columns: columns ?? [], rows, issues };
  };
}

/** Names of columns; a column without a name, or with one that was there before, gets its number. */
function readHeader(
  at: { file: string; row: number },
  cells: readonly string[],
  issues: RowIssue[],
): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const names = new Set<string>();
  for (const [index, cell] of cells.slice(0, last + 1).entries()) {
    const name = cell.trim();
    if (name !== '' && names.has(name))
      issues.push(issueAt(at, name, name, 'column is there twice; the first is read'));
    names.add(name === '' || names.has(name) ? `column ${index + 1}` : name);
  }
  return [...names];
}

function isHxlTags({ cells }: CsvRecord): boolean {
  return (
    cells.some((cell) => cell.startsWith('#')) &&
    cells.every((cell) => cell === '' || /^#[a-z][a-z0-9_]*(\s*\+[a-z][a-z0-9_]*)*$/i.test(cell))
  );
}

function addRow(
  columns: readonly string[],
  at: { file: string; row: number },
  found: readonly string[],
  rows: SourceRow[],
  issues: RowIssue[],
): void {
  const isTooLong = found.length > columns.length && found.slice(columns.length).some((cell) => cell.trim() !== '');
  if (found.length < columns.length || isTooLong) {
    const reason = `has ${found.length} cells instead of ${columns.length}`;
    issues.push(issueAt(at, '', found.join(','), reason));
    return;
  }
  const cells: Record<string, string> = {};
  for (let index = 0; index < columns.length; index++) {
    const [name = '', cell = ''] = [columns[index], found[index]];
    cells[name] = cell;
    if (cell.includes('\uFFFD')) {
      issues.push(issueAt(at, name, cell, 'holds bytes that are no text in the encoding of the file'));
    }
  }
  rows.push({ ...at, cells });
}
