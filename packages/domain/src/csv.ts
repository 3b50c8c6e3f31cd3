/** Byte order mark by which spreadsheets recognise UTF-8. */
export const CSV_BOM = '\uFEFF';

/** What may stand in a cell; null is an empty cell. */
export type CsvCell = string | number | boolean | null;

const FORMULA_START = /^\s*[=+\-@]|^[\t\r]/;
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

/**
 * One line of RFC 4180 CSV with its line end. A text that a spreadsheet would run as a formula gets an apostrophe before
 * it (OWASP, CSV injection); numbers stay numbers.
 */
export function formatCsvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
