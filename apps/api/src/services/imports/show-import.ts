import { broughtBy, type ImportIssueKind, type ImportState, Problem } from '@corridor/domain';
import type { ImportBatch, ImportIssue, JsonObject, Store } from '@corridor/store';

/** Issues that are shown with a batch; all of them are in its CSV. */
const SHOWN_ISSUES = 100;

/** An import as lists show it. */
export interface ImportSummary extends Omit<ImportBatch, 'runner' | 'beatAt' | 'mapping' | 'state'> {
  readonly state: ImportState;
  /** Of what is under way, else null. */
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

export interface ImportDetail extends ImportSummary {
  readonly mapping: JsonObject | null;
  /** The first hundred, of one kind or of all. */
  readonly issues: readonly ImportIssue[];
  /** A committed import of a file with the same content. */
  readonly sameAs: number | null;
}

export function toImportSummary({ beatAt, mapping, runner, ...batch }: ImportBatch): ImportSummary {
  const part = partDone(batch);
  const seconds = (Date.parse(beatAt) - Date.parse(batch.stateAt)) / 1000;
  const isMeasured = seconds > 0 && part > 0;
  return {
    ...batch,
    rowsPerSecond: isMeasured ? Math.round(batch.rowsDone / seconds) : null,
    secondsLeft: isMeasured ? Math.ceil((seconds * (1 - part)) / part) : null,
  };
}

/** From 0 to 1: of the file while it is read or brought in, of what came in while that is taken back; else 0. */
function partDone({ bytesDone, counts, rowsDone, size, state }: Omit<ImportBatch, 'runner' | 'beatAt' | 'mapping'>) {
  if (state === 'reading' || state === 'committing') return bytesDone / size;
  if (state !== 'undoing' && state !== 'cancelling') return 0;
  const brought = broughtBy(counts);
  return brought === 0 ? 0 : Math.min(1, rowsDone / brought);
}

/** Throws the Problem `not-found`. */
export async function showImport(
  { imports }: Pick<Store, 'imports'>,
  id: number,
  kind: ImportIssueKind | null = null,
): Promise<ImportDetail> {
  const batch = await imports.byId(id);
  if (!batch) throw new Problem('not-found', `There is no import ${id}.`);
  const found = await imports.issues(id, { after: 0, limit: SHOWN_ISSUES, ...(kind && { kind }) });
  const same = batch.digest === null ? null : await imports.committedWith(batch.digest);
  return {
    ...toImportSummary(batch),
    mapping: batch.mapping,
    issues: found.map(({ position, ...issue }) => issue),
    sameAs: same === null || same.id === id ? null : same.id,
  };
}
