import { createCsvReader } from './csv/csv-reader.ts';
import { createTextReader } from './csv/decode-text.ts';
import { sniffSyntax } from './csv/sniff-syntax.ts';
import { isHeader } from './table-reader.ts';

export const FORMATS = ['acled', 'ucdp', 'gtd', 'own', 'table', 'geojson', 'zip', 'unknown'] as const;
/** `table` is a CSV file that needs a mapping; `zip` an archive, which an XLSX file is too. */
export type Format = (typeof FORMATS)[number];

/** Columns that a file of a format has in all its versions, and no other. */
const MARKS: readonly (readonly [Format, readonly string[]])[] = [
  ['acled', ['event_id_cnty', 'event_date', 'sub_event_type', 'geo_precision', 'fatalities']],
  ['ucdp', ['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'date_prec', 'best']],
  ['gtd', ['eventid', 'iyear', 'imonth', 'iday', 'attacktype1', 'nkill']],
  ['own', ['id', 'datePrecision', 'eventType', 'placePrecision', 'killedBest', 'grade', 'origin', 'licence']],
];

/** How many bytes of a file are enough. */
export const RECOGNISED_BY = 65_536;

/** The format of a file by its first bytes, whatever it is called. */
export function recogniseFormat(beginning: Uint8Array): Format {
  if (beginning[0] === 0x50 && beginning[1] === 0x4b && beginning[2] === 0x03 && beginning[3] === 0x04) return 'zip';
  const text = createTextReader().push(beginning);
  if (text.includes('\u0000')) return 'unknown';
  if (/^\s*\{/.test(text))
    return /"type"\s*:\s*"FeatureCollection"|"features"\s*:\s*\[/.test(text) ? 'geojson' : 'unknown';
  const { usual, ...syntax } = sniffSyntax(text);
  const reader = createCsvReader(syntax);
  const header = [...reader.push(text), ...reader.end()].find((record) => isHeader(record, usual));
  return /^\s*[<[]/.test(text) ? 'unknown' : formatOfColumns(header?.cells.map((cell) => cell.trim()) ?? []);
}

/** The format of a table by its header. */
export function formatOfColumns(columns: readonly string[]): Format {
  const known = MARKS.find(([, marks]) => marks.every((mark) => columns.includes(mark)));
  if (known) return known[0];
  return new Set(columns).size > 1 ? 'table' : 'unknown';
}
