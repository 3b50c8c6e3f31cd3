import { createCsvReader } from './csv-reader.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const RECORDS = 20;

/**
 * The delimiter and line end of a CSV file by its beginning: the delimiter that cuts the first records into the most cells,
 * the same number in each; titles above a header have fewer. A comma where none does.
 */
export function sniffSyntax(beginning: string): { readonly delimiter: string; readonly lineEnd: '\n' | '\r' } {
  const lineEnd = beginning.includes('\n') || !beginning.includes('\r') ? '\n' : '\r';
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 1 };
  for (const delimiter of DELIMITERS) {
    const score = regularColumns(beginning, delimiter, lineEnd);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, lineEnd };
}

/** Cells that most of the first records have, times the share of those that do. */
function regularColumns(beginning: string, delimiter: string, lineEnd: '\n' | '\r'): number {
  const reader = createCsvReader({ delimiter, lineEnd });
  const read = reader.push(beginning);
  const records = (read.length > 0 ? read : reader.end()).slice(0, RECORDS);
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const scores = [...counts].map(([columns, count]) => (columns <= 1 ? 0 : (columns * count) / records.length));
  return Math.max(0, ...scores);
}
