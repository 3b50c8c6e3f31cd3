import type { RowIssue } from '@corridor/domain';
import { mapAcled } from './acled/map-acled.ts';
import { readCsvRows } from './csv/read-csv-rows.ts';
import { featureRow, isOwnFeature, mapOwnFeature } from './geojson/map-feature.ts';
import { type Feature, readFeatures } from './geojson/read-features.ts';
import { mapGtd } from './gtd/map-gtd.ts';
import type { ImportContext, MappedRow } from './import-context.ts';
import { ImportFault } from './import-fault.ts';
import { mapTable } from './mapped/map-table.ts';
import type { Mapping } from './mapped/mapping.ts';
import { mapOwn } from './own/map-own.ts';
import { type Format, formatOfColumns, RECOGNISED_BY, recogniseFormat } from './recognise-format.ts';
import { issueAt, type SourceRow } from './source-row.ts';
import type { RowBatch } from './table-reader.ts';
import { mapUcdp } from './ucdp/map-ucdp.ts';
import { readXlsxRows } from './xlsx/read-xlsx-rows.ts';
import { XLSX_LIMITS } from './xlsx/xlsx-limits.ts';

export interface ImportedFile {
  /** For issues; the format is told by what is in the file. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);
  /** How a table in no known format is read; given one, every table is read by it. */
  readonly mapping?: Mapping;
}

/** A row of a file, or what of the file as a whole is an issue, at row 1. */
export interface ImportedRow extends MappedRow, Pick<SourceRow, 'row' | 'sheet'> {}

export interface ImportedBatch {
  readonly format: Format;
  /** A thousand at most. */
  readonly rows: readonly ImportedRow[];
  /** Of the file so far. */
  readonly bytesRead: number;
}

const BATCH = 1_000;

/**
 * Reads a file of any format and maps its rows; every row gives a record or an issue. Memory: one piece of the file and what
 * it holds, of a workbook all that XLSX_LIMITS allows. Throws an ImportFault where the file is in no known format, or
 * is a table that needs a mapping and none is given.
 */
export async function* readFile(file: ImportedFile, context: ImportContext): AsyncGenerator<ImportedBatch> {
  const progress = { bytesRead: 0 };
  const source = counted(typeof file.pieces === 'function' ? file.pieces() : file.pieces, progress);
  const { beginning, pieces } = await begin(source);
  const format = recogniseFormat(beginning);
  for await (const batch of mappedBatches(format, file, pieces, context)) {
    for (let at = 0; at < Math.max(batch.rows.length, 1); at += BATCH) {
      yield { format: batch.format, rows: batch.rows.slice(at, at + BATCH), bytesRead: progress.bytesRead };
    }
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  progress: { bytesRead: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    progress.bytesRead += piece.length;
    yield piece;
  }
}

/** The first bytes of a file, by which it is recognised, and all of it. */
async function begin(
  source: AsyncGenerator<Uint8Array>,
): Promise<{ readonly beginning: Uint8Array; readonly pieces: AsyncIterable<Uint8Array> }> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < RECOGNISED_BY) {
    const next = await source.next();
    if (next.done === true) break;
    held.push(next.value);
    bytes += next.value.length;
  }
  return { beginning: joined(held, bytes).subarray(0, RECOGNISED_BY), pieces: resumed(held, source) };
}

async function* resumed(held: Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let piece = held.shift(); piece !== undefined; piece = held.shift()) yield piece;
  yield* rest;
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

interface MappedBatch {
  readonly format: Format;
  readonly rows: readonly ImportedRow[];
}

function mappedBatches(
  format: Format,
  file: ImportedFile,
  pieces: AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncIterable<MappedBatch> {
  if (format === 'geojson') return mapFeatures(file, pieces, context);
  if (format === 'zip') return mapRows(file, xlsxRows(file, pieces), context);
  if (format === 'unknown') throw unknownFormat(file);
  return mapRows(file, readCsvRows(file.name, pieces), context);
}

function unknownFormat({ name, size }: ImportedFile): ImportFault {
  const what = size === 0 ? 'is empty' : 'is in no format that is known';
  return new ImportFault(
    'unknown-format',
    `${name} ${what}; allowed are CSV and XLSX tables with a header, and GeoJSON`,
  );
}

/** A workbook is read from its end: all of it must be there first. */
async function* xlsxRows({ name, size }: ImportedFile, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<RowBatch> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  const limit = XLSX_LIMITS.archiveBytes;
  const tooLarge = `${name} is larger than ${limit / 1_048_576} MiB, the limit of workbooks: save it as CSV, which has none`;
  if (size > limit) throw new ImportFault('too-large', tooLarge);
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > limit) throw new ImportFault('too-large', tooLarge);
    held.push(piece);
  }
  yield* readXlsxRows(name, joined(held, bytes));
}

async function* mapRows(
  file: ImportedFile,
  batches: AsyncIterable<RowBatch>,
  context: ImportContext,
): AsyncGenerator<MappedBatch> {
  let format: Format = 'table';
  let map: ((row: SourceRow) => MappedRow) | null = null;
  for await (const { columns, rows, issues } of batches) {
    if (map === null && columns.length > 0) {
      if (!file.mapping) format = formatOfColumns(columns);
      map = mapperOf(format, columns, file, context);
    }
    const mapped: ImportedRow[] = [];
    if (map !== null) for (const row of rows) mapped.push(numbered(row, map(row)));
    yield { format, rows: withIssues(mapped, issues) };
  }
}

function numbered({ row, sheet }: Pick<SourceRow, 'row' | 'sheet'>, mapped: MappedRow): ImportedRow {
  const { record, issues, deleted } = mapped;
  // Most rows: a spread for each would take longer than what it saves.
  if (!sheet && !deleted) return { row, record, issues };
  return { row, record, issues, ...(sheet && { sheet }), ...(deleted && { deleted }) };
}

function mapperOf(
  format: Format,
  columns: readonly string[],
  { name, mapping }: ImportedFile,
  context: ImportContext,
): (row: SourceRow) => MappedRow {
  if (mapping) return (row) => mapTable(row, mapping, context);
  if (format === 'acled') return (row) => mapAcled(row, context);
  if (format === 'ucdp') return (row) => mapUcdp(row, context);
  if (format === 'gtd') return (row) => mapGtd(row, context);
  if (format === 'own') return (row) => mapOwn(row, context);
  throw mappingNeeded(name, columns);
}

function mappingNeeded(name: string, columns: readonly string[]): ImportFault {
  const found = columns.slice(0, 50).join(', ');
  return new ImportFault(
    'mapping-needed',
    `${name} is in no known format; a mapping must say what its columns hold: ${found}`,
  );
}

/** Issues of reading join those of mapping; a row that could not be read has those alone. */
function withIssues(rows: readonly ImportedRow[], issues: readonly RowIssue[]): readonly ImportedRow[] {
  if (issues.length === 0) return rows;
  const byRow = new Map<number, ImportedRow>(rows.map((row) => [row.row, row]));
  for (const issue of issues) {
    const row = byRow.get(issue.row) ?? { row: issue.row, record: null, issues: [] };
    byRow.set(issue.row, { ...row, issues: [...row.issues, issue] });
  }
  return [...byRow.values()].sort((first, second) => first.row - second.row);
}

async function* mapFeatures(
  file: ImportedFile,
  pieces: AsyncIterable<Uint8Array>,
  context: ImportContext,
): AsyncGenerator<MappedBatch> {
  let hasOwn = false;
  for await (const { features, issues } of readFeatures(file.name, pieces)) {
    hasOwn ||= features.some(isOwnFeature);
    const rows = features.map((feature) => numbered(feature, mapFeature(feature, file, hasOwn, context)));
    yield { format: 'geojson', rows: withIssues(rows, issues) };
  }
}

function mapFeature(
  feature: Feature,
  { name, mapping }: ImportedFile,
  hasOwn: boolean,
  context: ImportContext,
): MappedRow {
  if (isOwnFeature(feature)) return mapOwnFeature(feature, context);
  if (!mapping) {
    if (!hasOwn) throw mappingNeeded(name, Object.keys(feature.properties ?? {}));
    return { record: null, issues: [issueAt(feature, '', '', 'is no record of ours, and no mapping is given')] };
  }
  const issues: RowIssue[] = [];
  const row = featureRow(feature, issues);
  return row ? mapTable(row, mapping, context) : { record: null, issues };
}
