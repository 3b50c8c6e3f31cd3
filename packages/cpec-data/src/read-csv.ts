import type { RowIssue } from '@corridor/domain';
import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV file: its cells by column, and its number as a spreadsheet counts it (the header is row 1). */
export interface CsvRow {
  readonly file: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  readonly issues: readonly RowIssue[];
}

/**
 * Reads a CSV file (RFC 4180, a byte order mark is skipped) that must have exactly these columns, in any order.
 * A record with too few or too many cells, or with a broken quote, is an issue; reading goes on at the next line.
 */
export function readCsv(file: string, text: string, columns: readonly string[]): CsvRows {
  const issues: RowIssue[] = [];
  const records = readRecords(file, text, issues);
  const header = records[0]?.cells ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column, index) => !columns.includes(column) || header.indexOf(column) < index);
  issues.push(...missing.map((column) => ({ file, row: 1, field: column, value: '', reason: 'column is missing' })));
  issues.push(...unknown.map((value) => ({ file, row: 1, field: value, value, reason: 'column is not expected' })));
  if (missing.length > 0) return { rows: [], issues };

  const rows: CsvRow[] = [];
  for (const { row, cells } of records.slice(1)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length === header.length) {
      rows.push({ file, row, cells: Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])) });
    } else {
      const reason = `has ${cells.length} cells instead of ${header.length}`;
      issues.push({ file, row, field: '', value: cells.join(','), reason });
    }
  }
  return { rows, issues };
}

interface RawRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** All readable records. The parser stops at a broken quote: it is started again at the line after the broken record's first. */
function readRecords(file: string, text: string, issues: RowIssue[]): RawRecord[] {
  const lines = text.split('\n');
  const records: RawRecord[] = [];
  let start = 0;
  let row = 1;
  while (start < lines.length) {
    const first = start;
    try {
      parse(lines.slice(first).join('\n'), {
        bom: true,
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
        on_record: (cells: string[], context) => {
          records.push({ row: row++, cells });
          start = first + context.lines;
          return null;
        },
      });
      return records;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      issues.push({ file, row: row++, field: '', value: (lines[start] ?? '').trimEnd(), reason: 'has a broken quote' });
      start++;
    }
  }
  return records;
}
