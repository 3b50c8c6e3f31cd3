import { type InvalidParameter, Problem } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { type IncidentWrite, StaleError, type Store, StoreError, type WriteOutcome } from '@corridor/store';
import type { LiveData } from '../live-data.ts';
import { type IncidentDetail, showIncident } from './show-incident.ts';

export interface WritingDeps {
  readonly store: Store;
  readonly boundaries: Boundaries;
  readonly live: LiveData;
}

/** What a write wrote is in the answers that follow, unless following the store takes longer than this. */
export const LONGEST_WAIT_MS = 5_000;

/**
 * Writes, and waits until what was written is in every answer. Throws the Problem `stale`, with the record as it stands
 * where it is one, `conflict` for a key that was used for something else or records that do not fit the write, and what
 * the write's own decision throws.
 */
export async function writeRecords(deps: WritingDeps, write: IncidentWrite): Promise<WriteOutcome> {
  try {
    const outcome = await deps.store.changeIncidents(write);
    await deps.live.reach(outcome.revision, LONGEST_WAIT_MS);
    return outcome;
  } catch (error) {
    if (error instanceof StaleError) throw await staleProblem(deps, write, error.ids);
    if (error instanceof StoreError && error.code === 'key-reused') throw keyReused();
    if (error instanceof StoreError && error.code === 'invalid-record') {
      throw new Problem('conflict', 'The records are not, or are no longer, as this needs them: look again.');
    }
    throw error;
  }
}

export function keyReused(): Problem {
  return new Problem('conflict', 'This Idempotency-Key was used for another request.', [
    { name: 'Idempotency-Key', reason: 'is a new one for each new request' },
  ]);
}

/** The record as it stands after a revision. */
export function detailAt(deps: WritingDeps, id: string, revision: number): Promise<IncidentDetail> {
  return showIncident({ ...deps, snapshot: { ...deps.live.current(), revision } }, id);
}

async function staleProblem(
  deps: WritingDeps,
  { expected, subject }: IncidentWrite,
  ids: readonly string[],
): Promise<Problem> {
  const standing = await deps.store.incidentsByIds(ids);
  const invalid = standing.map(
    ({ incident, version }): InvalidParameter => ({ name: incident.id, reason: `is at version ${version} now` }),
  );
  const message = `Changed meanwhile: ${invalid.map(({ name, reason }) => `${name} ${reason}`).join('; ')}.`;
  const own = subject !== null && ids.includes(subject);
  if (!own) return new Problem('stale', message.slice(0, 1000), invalid);
  const current = await detailAt(deps, subject, Number.MAX_SAFE_INTEGER);
  return new Problem('stale', message, expected.length > 1 ? invalid : [], current);
}
