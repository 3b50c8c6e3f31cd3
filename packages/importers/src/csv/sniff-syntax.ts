import { FIRST_RECORDS, usualCells } from '../table-reader.ts';
import { createCsvReader } from './csv-reader.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface SniffedSyntax {
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r';
  /** How many cells most of the first records have. */
  readonly usual: number;
}

/**
 * The delimiter and line end of a CSV file by its beginning: the delimiter that cuts the first records into the most cells,
 * the same number in each; titles above a header have fewer. A comma where none does.
 */
export function sniffSyntax(beginning: string): SniffedSyntax {
  const lineEnd = beginning.includes('\n') || !beginning.includes('\r') ? '\n' : '\r';
  let best = { delimiter: ',', usual: 1, score: 1 };
  for (const delimiter of DELIMITERS) {
    const cut = cutBy(delimiter, beginning, lineEnd);
    if (cut.score > best.score) best = { delimiter, ...cut };
  }
  return { delimiter: best.delimiter, lineEnd, usual: best.usual };
}

/** The score: cells that most of the first records have, times the share of those that do. */
function cutBy(delimiter: string, beginning: string, lineEnd: '\n' | '\r') {
  const reader = createCsvReader({ delimiter, lineEnd });
  const read = reader.push(beginning);
  const records = (read.length > 0 ? read : reader.end()).slice(0, FIRST_RECORDS);
  const usual = usualCells(records);
  const regular = records.filter(({ cells }) => cells.length === usual).length;
  return { usual, score: usual <= 1 ? 0 : (usual * regular) / records.length };
}
