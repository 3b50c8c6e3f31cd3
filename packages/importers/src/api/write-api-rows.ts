import type { ApiRow } from './api-rows.ts';

/** How a file of such rows begins: the mark of UTF-8, and the names of the columns. */
export function writeApiHeader(columns: readonly string[]): string {
  return `\uFEFF${toLine(columns)}`;
}

/**
 * Rows as lines of a CSV file of the source, which `readFile` reads as one that a person exported. It is for us and not for
 * spreadsheets: every cell is quoted and none is disarmed, so that each is read as it came.
 */
export function writeApiRows(columns: readonly string[], rows: readonly ApiRow[]): string {
  return rows.map((row) => toLine(columns.map((column) => String(row[column] ?? '')))).join('');
}

/** A file with a NUL in it is taken for no text at all. */
function toLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\u0000', '\uFFFD')}"`).join(',')}\r\n`;
}
