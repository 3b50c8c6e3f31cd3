import type { ImportBatch } from '@corridor/store';
import type { ImportDeps } from './import-deps.ts';

/** Records taken back in one transaction. */
const PIECE = 1000;

/**
 * Takes back all that a batch brought, a transaction for each piece, and ends it as undone, cancelled, or failed where it was
 * given up for a fault. What people changed since stays and is named among the batch's issues. Goes on where it stopped.
 */
export async function takeBackImport(
  { runner, store }: Pick<ImportDeps, 'runner' | 'store'>,
  { fault, file, id, state }: ImportBatch,
  by: string,
  onPiece: () => void = () => undefined,
): Promise<void> {
  const reason = `${state === 'cancelling' ? 'cancelled' : 'undid'} import ${id}: ${file}`;
  for (let after: string | null = ''; after !== null; ) {
    after = await store.imports.takeBack(id, { by, reason, after, limit: PIECE });
    onPiece();
  }
  const ended = state === 'undoing' ? 'undone' : fault === '' ? 'cancelled' : 'failed';
  await store.imports.move(id, [state], ended, { runner, fault });
}
