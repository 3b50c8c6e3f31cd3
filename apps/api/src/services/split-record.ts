import type { Draft, DraftChanges, PortfolioInfo } from '@corridor/domain';
import { changedIncident, checkCounts, checkReferences, checkStatusHolds } from './check-incident.ts';
import { findFiling } from './edit-incident.ts';
import { newIncidentId } from './file-incident.ts';
import type { IncidentDetail } from './show-incident.ts';
import { detailAt, type WritingDeps, writeRecords } from './write-records.ts';

export interface Split {
  readonly reason: string;
  /** Of the record that stays. */
  readonly changes: DraftChanges;
  /** What becomes a record of its own. */
  readonly part: Draft;
}

/** Makes two records of one that holds two incidents; the reason of both versions names both. Gives the new record. */
export async function splitRecord(
  deps: WritingDeps & { readonly info: PortfolioInfo },
  { id: by }: { readonly id: string },
  id: string,
  version: number,
  { changes, part, reason }: Split,
): Promise<IncidentDetail> {
  await findFiling(deps, id);
  const context = { info: deps.info, known: deps.live.current().known };
  checkReferences(changes, context, 'changes.');
  checkReferences(part, context, 'part.');
  const partId = newIncidentId(part);
  const { revision } = await writeRecords(deps, {
    ...{ by, reason: `${partId} split off ${id}: ${reason}`, action: 'incident.split', subject: id },
    detail: { part: partId },
    expected: [
      { id, version },
      { id: partId, version: 0 },
    ],
    decide: (present) => {
      const stands = present.get(id);
      if (!stands) return { save: [] };
      checkCounts(stands);
      const { licence, origin } = stands.incident;
      const split = { id: partId, ...part, status: 'reported', origin, licence } as const;
      const changed = changedIncident(stands.incident, changes);
      checkStatusHolds(stands.incident, changed);
      return { save: [changed, split] };
    },
  });
  return detailAt(deps, partId, revision);
}
