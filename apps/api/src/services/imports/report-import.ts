import { createHash } from 'node:crypto';
import { DUPLICATE_THRESHOLD, draftOf, type ImportCounts, MAX_DAYS_APART } from '@corridor/domain';
import type { ImportIssue, ImportProgress, Searching } from '@corridor/store';
import { scoreBeside } from '../score-beside.ts';
import { compareDeleted } from './compare-deleted.ts';
import { compareWithKnown } from './compare-imported.ts';
import { conflictIssues } from './conflict-issues.ts';
import { addCounts, type ImportDeps, NO_COUNTS, readingContext } from './import-deps.ts';
import { ImportMap } from './import-map.ts';
import { oneAhead } from './one-ahead.ts';
import { idsOf, type ReadableFile, type ReadPiece, type ReadRecord, readPieces, withSheets } from './read-pieces.ts';

/** Of what stands about the days and place of a new record: the nearest days first. */
const MAX_NEIGHBOURS = 20;

/**
 * Reads a file and compares it with what stands: nothing of it is in the record. What it would bring is kept with the
 * batch. Memory: some rows, and 20 bytes for each id. False where it was cancelled meanwhile. Throws ImportFault.
 */
export async function reportImport(
  deps: ImportDeps,
  id: number,
  file: ReadableFile,
  onPiece: (rowsDone: number, bytesDone: number) => void = () => undefined,
): Promise<boolean> {
  const { runner, store } = deps;
  const digest = createHash('sha256');
  const map = new ImportMap();
  const origins = new Set<string>(file.mapping ? [file.mapping.origin] : []);
  let format = '';
  let progress: ImportProgress = { bytesDone: 0, rowsDone: 0, counts: NO_COUNTS, origins: [] };
  const pieces = readPieces({ ...file, pieces: () => hashed(file.pieces(), digest) }, await readingContext(deps));
  for await (const piece of oneAhead(pieces)) {
    format = piece.format;
    for (const { record } of piece.records) origins.add(record.origin);
    for (const { origin } of piece.deletions) origins.add(origin);
    const counts = await comparePiece(deps, id, piece, map);
    progress = {
      bytesDone: piece.bytesDone,
      rowsDone: progress.rowsDone + piece.rows,
      counts: addCounts(progress.counts, counts),
      origins: [...origins].sort().slice(0, MAX_ORIGINS),
    };
    if (!(await store.imports.progress(id, runner, progress))) return false;
    onPiece(progress.rowsDone, progress.bytesDone);
  }
  return store.imports.report(id, runner, {
    ...progress,
    format,
    digest: digest.digest('hex'),
    features: map.features(),
  });
}

/** A file has one or two; of a hostile one not all are kept. */
const MAX_ORIGINS = 50;

async function* hashed(
  pieces: AsyncIterable<Uint8Array>,
  digest: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    digest.update(piece);
    yield piece;
  }
}

async function comparePiece(deps: ImportDeps, id: number, piece: ReadPiece, map: ImportMap): Promise<ImportCounts> {
  const { imports } = deps.store;
  const repeated = await imports.repeated(piece.records.map(({ record }) => record));
  const standing = await imports.standing(idsOf(piece).filter((id) => !repeated.has(id)));
  const compared = piece.records.map(({ record, row }) => {
    return { record, row, comparison: compareWithKnown(record, { repeated, standing }) };
  });
  const doubles = await findDoubles(
    deps,
    compared.filter(({ comparison }) => comparison.kind === 'new'),
  );
  let counts = { ...NO_COUNTS, rejected: piece.rejected };
  for (const { comparison, record } of compared) {
    const kind = doubles.has(record.id) ? 'duplicate' : comparison.kind;
    counts = { ...counts, [kind]: counts[kind] + 1 };
    if (kind !== 'unchanged') map.add(record, kind);
  }
  const deleted = piece.deletions.flatMap((one) => compareDeleted(one, standing.get(one.id)) ?? []);
  for (const { kind, record, imported } of deleted) {
    counts = { ...counts, [kind]: counts[kind] + 1 };
    map.add(record ?? imported, kind);
  }
  const conflicts = compared.flatMap(({ comparison, row }) => conflictIssues(row, comparison));
  const found = [...doubles.values(), ...conflicts, ...deleted.map(({ issue }) => issue)];
  await imports.addIssues(id, [...piece.issues, ...withSheets(found, piece.sheets)]);
  await imports.addDoubles(id, [...doubles.keys()]);
  return counts;
}

/**
 * Which new records look like another that stands, and as what. Compared are those of other origins, since a source names
 * its own doubles, and only for records known to the day: a month is like everything in it.
 */
async function findDoubles(
  deps: ImportDeps,
  records: readonly ReadRecord[],
): Promise<ReadonlyMap<string, ImportIssue>> {
  const precise = records.filter(({ record }) => record.occurred.precision === 'day');
  const near = await deps.store.imports.neighbours(precise.map(searchFor), {
    daysApart: MAX_DAYS_APART,
    limit: MAX_NEIGHBOURS,
  });
  const doubles = new Map<string, ImportIssue>();
  for (const { record, row } of precise) {
    const [best] = (near.get(record.id) ?? [])
      .map((incident) => ({ incident, ...scoreBeside(deps.boundaries, draftOf(record), incident, false) }))
      .filter(({ incident, score }) => score >= DUPLICATE_THRESHOLD && incident.status !== 'retracted')
      .sort((a, b) => b.score - a.score);
    if (!best) continue;
    const reasons = best.reasons.map(({ text }) => text).join('; ');
    const reason = `looks like ${best.incident.id}, “${best.incident.title}” (${best.score}: ${reasons})`;
    doubles.set(record.id, { kind: 'duplicate', row, field: 'id', value: record.id, reason });
  }
  return doubles;
}

function searchFor({ record: { id, occurred, origin, place } }: ReadRecord): Searching {
  const { latitude, longitude, province } = place;
  return { id, origin, start: occurred.start, end: occurred.end, latitude, longitude, province };
}
