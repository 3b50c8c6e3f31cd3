import type { ImportBatch, ImportDecision, KnownOfPiece } from '@corridor/store';
import { compareDeleted } from './compare-deleted.ts';
import { compareWithKnown } from './compare-imported.ts';
import { conflictIssues } from './conflict-issues.ts';
import { type ImportDeps, NO_COUNTS, readingContext } from './import-deps.ts';
import { oneAhead } from './one-ahead.ts';
import { idsOf, type ReadableFile, type ReadPiece, readPieces, withSheets } from './read-pieces.ts';

/**
 * Brings in a file that was reported, a transaction for each piece, decided by what stands then; goes on where it stopped.
 * Others read and write in between. False where it is not, or no longer, this process that commits it.
 */
export async function bringImport(
  deps: ImportDeps,
  batch: ImportBatch,
  file: ReadableFile,
  by: string,
  onPiece: (rowsDone: number, bytesDone: number) => void = () => undefined,
): Promise<boolean> {
  const { runner, store } = deps;
  const change = { batch: batch.id, by, reason: `import ${batch.id}: ${batch.file}` };
  let rowsDone = 0;
  for await (const piece of oneAhead(readPieces(file, await readingContext(deps)))) {
    rowsDone += piece.rows;
    // A piece is in whole or not at all, and pieces are the same ones each time.
    if (rowsDone <= batch.rowsDone) continue;
    const ids = idsOf(piece);
    const records = piece.records.map(({ record }) => record);
    const decide = (known: KnownOfPiece) =>
      decidePiece(piece, batch.bringsDuplicates ? { ...known, doubles: new Set() } : known);
    const done = { bytesDone: piece.bytesDone, rowsDone };
    if ((await store.imports.bring({ ...change, ...done, ids, records, decide }, runner)) === null) return false;
    onPiece(rowsDone, piece.bytesDone);
  }
  return store.imports.move(batch.id, ['committing'], 'committed', { runner });
}

function decidePiece({ deletions, records, rejected, sheets }: ReadPiece, known: KnownOfPiece): ImportDecision {
  const brought: ImportDecision['brought'][number][] = [];
  const issues: ImportDecision['issues'][number][] = [];
  const counts = { ...NO_COUNTS, rejected };
  for (const { record: imported, row } of records) {
    const comparison = compareWithKnown(imported, known);
    const isDouble = comparison.kind === 'new' && known.doubles.has(imported.id);
    counts[isDouble ? 'duplicate' : comparison.kind]++;
    if (isDouble || !comparison.isNews) continue;
    brought.push({ row, imported, record: comparison.record });
    issues.push(...conflictIssues(row, comparison));
  }
  for (const deletion of deletions) {
    const deleted = compareDeleted(deletion, known.standing.get(deletion.id));
    if (!deleted) continue;
    counts[deleted.kind]++;
    brought.push({ row: deletion.row, imported: deleted.imported, record: deleted.record });
    issues.push(deleted.issue);
  }
  return { brought, issues: withSheets(issues, sheets), counts };
}
