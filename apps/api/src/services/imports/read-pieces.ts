import { setImmediate } from 'node:timers/promises';
import type { Incident } from '@corridor/domain';
import {
  type DeletedRecord,
  type ImportContext,
  type ImportedBatch,
  type ImportedRow,
  inSheet,
  type LaterSheet,
  type Mapping,
  readFile,
} from '@corridor/importers';
import type { ImportIssue } from '@corridor/store';
import { SeenIds } from './seen-ids.ts';

/** A record of a file, with its row. */
export interface ReadRecord {
  readonly row: number;
  readonly record: Incident;
}

/** What a row says that its source took back. */
export interface ReadDeletion extends DeletedRecord {
  readonly row: number;
}

/** Some rows of a file, with what is to be said of them. */
export interface ReadPiece {
  readonly format: string;
  readonly records: readonly ReadRecord[];
  /** Records that their source took back; none of `records`. */
  readonly deletions: readonly ReadDeletion[];
  readonly issues: readonly ImportIssue[];
  /** Of the rows whose number does not say in which sheet of a workbook they are. */
  readonly sheets: ReadonlyMap<number, LaterSheet>;
  /** Rows that gave no record. */
  readonly rejected: number;
  readonly rows: number;
  readonly bytesDone: number;
}

export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  readonly mapping: Mapping | null;
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export interface ReadingContext extends ImportContext {
  /** Ids of the sites and routes at which a record may say that it was aimed. */
  readonly targets: ReadonlySet<string>;
}

/** A piece is full with so many rows, or when so many bytes were read for it. */
const PIECE_ROWS = 1000;
const PIECE_BYTES = 512 * 1024;

/**
 * A file in pieces of at most 1000 rows, the same ones each time. Others have their turn while a piece is made. An id that was there before, and a target that is not
 * known, is an issue, and the row gives no record. Throws ImportFault.
 */
export async function* readPieces(file: ReadableFile, context: ReadingContext): AsyncGenerator<ReadPiece> {
  const { mapping, ...same } = file;
  const seen = new SeenIds();
  for await (const { bytesRead, format, rows } of gathered(readFile(mapping ? { ...same, mapping } : same, context))) {
    const records: ReadRecord[] = [];
    const deletions: ReadDeletion[] = [];
    const issues: ImportIssue[] = [];
    const sheets = new Map<number, LaterSheet>();
    let taken = 0;
    for (const { record, deleted, ...read } of rows) {
      if (read.sheet) sheets.set(read.row, read.sheet);
      if (deleted) {
        taken++;
        // Whatever the file says of the record besides is later, or is told again when it is read next.
        if (seen.add(deleted.id, read.row) === null) deletions.push({ ...deleted, row: read.row });
        continue;
      }
      const faults = record ? [...unknownTargets(read.row, record, context), ...repeated(read.row, record, seen)] : [];
      const isIn = record !== null && faults.length === 0;
      if (isIn) records.push({ row: read.row, record });
      issues.push(...issuesOf(read, isIn), ...withSheets(faults, sheets));
    }
    const rejected = rows.length - records.length - taken;
    yield { format, records, deletions, issues, sheets, rejected, rows: rows.length, bytesDone: bytesRead };
  }
}

/** Joins batches to pieces. */
async function* gathered(batches: AsyncIterable<ImportedBatch>): AsyncGenerator<ImportedBatch> {
  let piece: ImportedBatch | null = null;
  let from = 0;
  for await (const batch of batches) {
    if (piece && (piece.bytesRead - from >= PIECE_BYTES || piece.rows.length + batch.rows.length > PIECE_ROWS)) {
      yield piece;
      from = piece.bytesRead;
      piece = null;
    }
    piece = { ...batch, rows: piece ? [...piece.rows, ...batch.rows] : batch.rows };
    await setImmediate();
  }
  if (piece) yield piece;
}

/** Issues that are found once a row is a record, with the sheet that its row is in. */
export function withSheets(issues: readonly ImportIssue[], sheets: ReadPiece['sheets']): readonly ImportIssue[] {
  if (sheets.size === 0) return issues;
  return issues.map((issue) => {
    const sheet = sheets.get(issue.row);
    return sheet ? { ...issue, reason: inSheet(issue.reason, { row: issue.row, sheet }) } : issue;
  });
}

/** Of all that a piece is about. */
export function idsOf({ deletions, records }: ReadPiece): readonly string[] {
  return [...records.map(({ record }) => record.id), ...deletions.map(({ id }) => id)];
}

function issuesOf({ issues, row }: Pick<ImportedRow, 'issues' | 'row'>, isIn: boolean): readonly ImportIssue[] {
  return issues.map(({ field, reason, value }) => ({ kind: isIn ? 'note' : 'rejected', row, field, value, reason }));
}

function unknownTargets(row: number, { targetedSites }: Incident, { targets }: ReadingContext): ImportIssue[] {
  return targetedSites
    .filter((id) => !targets.has(id))
    .map((value) => ({ kind: 'rejected', row, field: 'targetedSites', value, reason: 'is no known site or route' }));
}

function repeated(row: number, { id }: Incident, seen: SeenIds): ImportIssue[] {
  const first = seen.add(id, row);
  if (first === null) return [];
  const reason = `is the id of row ${first} and of row ${row}: row ${first} is read, row ${row} is not`;
  return [{ kind: 'rejected', row, field: 'id', value: id, reason }];
}
