import type { RowIssue } from '@corridor/domain';
import { mapAcled } from './acled/map-acled.ts';
import { readCsvRows } from './csv/read-csv-rows.ts';
import { featureRow, isOwnFeature, mapOwnFeature } from './geojson/map-feature.ts';
import { type Feature, readFeatures } from './geojson/read-features.ts';
import { mapGtd } from './gtd/map-gtd.ts';
import type { ImportContext, MappedRow } from './import-context.ts';
import { mapTable } from './mapped/map-table.ts';
import type { Mapping } from './mapped/mapping.ts';
import { mapOwn } from './own/map-own.ts';
import { type Format, RECOGNISED_BY, recogniseFormat } from './recognise-format.ts';
import type { SourceRow } from './source-row.ts';
import { mapUcdp } from './ucdp/map-ucdp.ts';

type Pieces = AsyncIterable<Uint8Array>;

export interface ImportFile {
  readonly name: string;
  readonly size: number;
  readonly pieces: Pieces | (() => Pieces);
  /** For a table that is in no known format. */
  readonly mapping?: Mapping;
}

export interface ImportedRow extends MappedRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
}

export interface ImportedBatch {
  readonly format: Format;
  readonly rows: readonly ImportedRow[];
  readonly bytesRead: number;
}

/** A file that cannot be read at all: what is wrong with it, and what is allowed. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

const BATCH = 1000;

/**
 * The records of a file whose format is recognised from itself, in batches of at most 1000 rows. Memory: some pieces.
 * Throws ImportFault for a format that is not known, and for a table without a mapping.
 */
export async function* readFile(file: ImportFile, context: ImportContext): AsyncGenerator<ImportedBatch> {
  const pieces = typeof file.pieces === 'function' ? file.pieces() : file.pieces;
  const counted = { bytes: 0 };
  const { beginning, rest } = await takeBeginning(pieces, counted);
  const format = recogniseFormat(beginning);
  for await (const rows of readRows(format, file, rest, context)) {
    for (let start = 0; start < Math.max(1, rows.length); start += BATCH) {
      yield { format, rows: rows.slice(start, start + BATCH), bytesRead: counted.bytes };
    }
  }
}

async function takeBeginning(
  pieces: Pieces,
  counted: { bytes: number },
): Promise<{ readonly beginning: Uint8Array; readonly rest: Pieces }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < RECOGNISED_BY) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.byteLength;
  }
  const beginning = new Uint8Array(length);
  let at = 0;
  for (const piece of taken) {
    beginning.set(piece, at);
    at += piece.byteLength;
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    counted.bytes += length;
    yield beginning;
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      counted.bytes += next.value.byteLength;
      yield next.value;
    }
  }
  return { beginning: beginning.subarray(0, RECOGNISED_BY), rest: rest() };
}

function readRows(
  format: Format,
  { mapping, name }: ImportFile,
  pieces: Pieces,
  context: ImportContext,
): AsyncGenerator<readonly ImportedRow[]> {
  if (format === 'geojson') return readMap(name, pieces, mapping, context);
  return readTable(name, pieces, mapperOf(format, mapping, context));
}

function mapperOf(
  format: Exclude<Format, 'geojson'>,
  mapping: Mapping | undefined,
  context: ImportContext,
): (row: SourceRow) => MappedRow {
  if (format === 'acled') return (row) => mapAcled(row, context);
  if (format === 'ucdp') return (row) => mapUcdp(row, context);
  if (format === 'gtd') return (row) => mapGtd(row, context);
  if (format === 'own') return (row) => mapOwn(row, context);
  if (format === 'table') {
    if (!mapping) throw new ImportFault('the file is a table in no known format: it needs a mapping of its columns');
    return (row) => mapTable(row, mapping, context);
  }
  throw new ImportFault(
    'the file is in no format that is known: ACLED, UCDP GED, GTD or our own export as CSV, another CSV table, or GeoJSON',
  );
}

async function* readTable(
  name: string,
  pieces: Pieces,
  map: (row: SourceRow) => MappedRow,
): AsyncGenerator<readonly ImportedRow[]> {
  for await (const { issues, rows } of readCsvRows(name, pieces)) {
    yield withIssues(
      rows.map((row) => ({ row: row.row, ...map(row) })),
      issues,
    );
  }
}

async function* readMap(
  name: string,
  pieces: Pieces,
  mapping: Mapping | undefined,
  context: ImportContext,
): AsyncGenerator<readonly ImportedRow[]> {
  for await (const { features, issues } of readFeatures(name, pieces)) {
    yield withIssues(
      features.map((feature) => ({ row: feature.row, ...mapFeature(feature, mapping, context) })),
      issues,
    );
  }
}

function mapFeature(feature: Feature, mapping: Mapping | undefined, context: ImportContext): MappedRow {
  if (isOwnFeature(feature)) return mapOwnFeature(feature, context);
  if (!mapping)
    throw new ImportFault('the features are not of our own export: they need a mapping of their properties');
  const issues: RowIssue[] = [];
  const row = featureRow(feature, issues);
  if (!row) return { record: null, issues };
  const mapped = mapTable(row, mapping, context);
  return { record: mapped.record, issues: [...issues, ...mapped.issues] };
}

/** Issues of reading belong to their rows: those that were read too, and those that could not be. */
function withIssues(rows: readonly ImportedRow[], issues: readonly RowIssue[]): readonly ImportedRow[] {
  if (issues.length === 0) return rows;
  const byRow = new Map<number, RowIssue[]>();
  for (const issue of issues) byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue]);
  const read = rows.map((row) => {
    const own = byRow.get(row.row);
    byRow.delete(row.row);
    return own ? { ...row, issues: [...own, ...row.issues] } : row;
  });
  const unread = [...byRow].map(([row, own]) => ({ row, record: null, issues: own }));
  return [...read, ...unread].sort((a, b) => a.row - b.row);
}
