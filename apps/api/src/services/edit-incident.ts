import { type DraftChanges, type PortfolioInfo, Problem, type Status } from '@corridor/domain';
import type { DraftSettlement, Filing } from '@corridor/store';
import { changedIncident, checkCounts, checkReferences, checkStatusHolds } from './check-incident.ts';
import type { IncidentDetail } from './show-incident.ts';
import { detailAt, type WritingDeps, writeRecords } from './write-records.ts';

export interface Editor {
  readonly id: string;
  /** Whether any incident may be changed, or only one's own. */
  readonly mayEditAll: boolean;
}

export interface Edit {
  readonly reason: string;
  readonly changes: DraftChanges;
}

/**
 * Changes fields of an incident that is still at `version`, and decides the draft that is linked to it by that. Throws the
 * Problems of `writeRecords`, and `not-allowed`.
 */
export async function editIncident(
  deps: WritingDeps & { readonly info: PortfolioInfo },
  editor: Editor,
  id: string,
  version: number,
  { changes, reason }: Edit,
  settles?: DraftSettlement,
): Promise<IncidentDetail> {
  const { by: filedBy } = await findFiling(deps, id);
  if (!editor.mayEditAll && filedBy !== editor.id) {
    throw new Problem('not-allowed', 'A reporter may change what that reporter filed, and nothing else.');
  }
  checkReferences(changes, { info: deps.info, known: deps.live.current().known }, 'changes.');
  const { revision } = await writeRecords(deps, {
    ...{ by: editor.id, reason, action: 'incident.edit', subject: id, expected: [{ id, version }] },
    detail: { fields: Object.keys(changes).sort(), ...(settles ? { draft: settles.id } : {}) },
    ...(settles ? { settles } : {}),
    decide: (present) => {
      const stands = present.get(id);
      if (!stands) return { save: [] };
      checkMayEdit(editor, stands.incident.status);
      checkCounts(stands);
      const changed = changedIncident(stands.incident, changes);
      checkStatusHolds(stands.incident, changed);
      return { save: [changed] };
    },
  });
  return detailAt(deps, id, revision);
}

/** Throws the Problem `not-found`. */
export async function findFiling({ store }: Pick<WritingDeps, 'store'>, id: string): Promise<Filing> {
  const filing = (await store.filings([id])).get(id);
  if (!filing) throw new Problem('not-found', 'There is no incident with this id.');
  return filing;
}

function checkMayEdit({ mayEditAll }: Editor, status: Status): void {
  if (mayEditAll || status === 'reported') return;
  throw new Problem('not-allowed', `A reporter may change an incident while it is reported; this one is ${status}.`);
}
