import { Problem } from '@corridor/domain';
import {
  type Feature,
  featureRow,
  formatOfColumns,
  type GuessedMapping,
  guessMapping,
  ImportFault,
  isOwnFeature,
  readCsvRows,
  readFeatures,
  readXlsxRows,
  recogniseFormat,
  type SourceRow,
} from '@corridor/importers';

/** Rows that are looked at, and that are shown beside the mapping. */
const LOOKED_AT = 500;
const SHOWN = 5;
/** Of a table or GeoJSON so much is looked at; a workbook is read from its end, and must be whole. */
const BEGINNING_BYTES = 1024 * 1024;
/** Different values of a column, and how long one is: more are no vocabulary. */
const MAX_VALUES = 60;
const LONGEST_VALUE = 300;

export interface GuessFromFile extends GuessedMapping {
  readonly format: string;
  /** Whether the file can be read by a mapping alone. */
  readonly needsMapping: boolean;
  readonly columns: readonly string[];
  /** The first rows, to see what a column holds. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** What stands in each column, each value once, the most frequent first. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

interface Looked {
  readonly format: string;
  readonly needsMapping: boolean;
  readonly rows: readonly SourceRow[];
}

/** A mapping for a file by its first bytes, to be shown and corrected. Throws the Problem `invalid-body`. */
export async function guessFromBeginning(name: string, bytes: Uint8Array): Promise<GuessFromFile> {
  const { rows: found, ...looked } = await lookAt(name, bytes);
  const rows = found.slice(0, LOOKED_AT).map(({ cells }) => cells);
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return {
    ...looked,
    columns,
    rows: rows.slice(0, SHOWN),
    values: Object.fromEntries(columns.map((column) => [column, valuesOf(rows, column)])),
    ...guessMapping(name, columns, rows),
  };
}

async function lookAt(name: string, bytes: Uint8Array): Promise<Looked> {
  const format = recogniseFormat(bytes);
  const beginning = bytes.subarray(0, BEGINNING_BYTES);
  if (format === 'unknown') throw unreadable('The file is no CSV or XLSX table with a header, and no GeoJSON.');
  try {
    if (format === 'zip') return sheetRows(name, bytes);
    if (format === 'geojson') return await featureRows(name, beginning);
    return { format, needsMapping: format === 'table', rows: await tableRows(name, beginning) };
  } catch (error) {
    throw error instanceof ImportFault ? unreadable(error.message) : error;
  }
}

function unreadable(detail: string): Problem {
  return new Problem('invalid-body', detail, [{ name: 'body', reason: 'is a CSV or XLSX table, or GeoJSON' }]);
}

async function tableRows(name: string, beginning: Uint8Array): Promise<readonly SourceRow[]> {
  const found: SourceRow[] = [];
  for await (const { rows } of readCsvRows(name, [beginning])) found.push(...rows);
  return found;
}

function sheetRows(name: string, workbook: Uint8Array): Looked {
  const rows: SourceRow[] = [];
  let format: string | null = null;
  for (const batch of readXlsxRows(name, workbook)) {
    format ??= batch.columns.length > 0 ? formatOfColumns(batch.columns) : null;
    rows.push(...batch.rows);
    if (rows.length >= LOOKED_AT) break;
  }
  return { format: format ?? 'unknown', needsMapping: format === 'table', rows };
}

async function featureRows(name: string, beginning: Uint8Array): Promise<Looked> {
  const found: Feature[] = [];
  for await (const { features } of readFeatures(name, [beginning])) found.push(...features);
  const rows = found.flatMap((feature) => featureRow(feature, []) ?? []);
  return { format: 'geojson', needsMapping: !found.some(isOwnFeature), rows };
}

function valuesOf(rows: readonly Readonly<Record<string, string>>[], column: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const value = cells[column]?.trim() ?? '';
    if (value !== '' && value.length <= LONGEST_VALUE) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, MAX_VALUES).map(([value]) => value);
}
