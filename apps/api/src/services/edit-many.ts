import {
  type DraftChanges,
  evidenceLost,
  type Incident,
  type InvalidParameter,
  missingFor,
  type PortfolioInfo,
  Problem,
  type Status,
} from '@corridor/domain';
import type { Filing, PresentIncident } from '@corridor/store';
import { changedIncident, checkReferences } from './check-incident.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import { type WritingDeps, writeRecords } from './write-records.ts';

export interface EditOfMany {
  readonly reason: string;
  readonly items: readonly { readonly id: string; readonly version: number }[];
  readonly changes: DraftChanges;
  readonly status?: Status | undefined;
}

export interface EditedMany {
  readonly revision: number;
  readonly items: readonly { readonly id: string; readonly version: number }[];
}

/** The same changes to many incidents as one revision: all, or none where one is stale, gone, merged or not ready. */
export async function editMany(
  deps: WritingDeps & { readonly info: PortfolioInfo },
  { id: by }: { readonly id: string },
  { changes, items, reason, status }: EditOfMany,
): Promise<EditedMany> {
  const ids = items.map(({ id }) => id);
  checkReferences(changes, { info: deps.info, known: deps.live.current().known }, 'changes.');
  const filings = await deps.store.filings(ids);
  const unknown = ids.filter((id) => !filings.has(id));
  if (unknown.length > 0) throw refusal('not-found', 'There is no incident with', unknown, 'is no incident');
  const { revision } = await writeRecords(deps, {
    ...{ by, reason, action: 'incident.bulk', subject: null, expected: items },
    detail: { fields: Object.keys(changes).sort(), ...(status === undefined ? {} : { to: status }) },
    decide: (present) => {
      const standing = [...present.values()].map((stands) => ({
        stands,
        changed: changedIncident(stands.incident, changes),
      }));
      checkAll(standing, { by, filings, status });
      return { save: standing.map(({ changed }) => (status === undefined ? changed : { ...changed, status })) };
    },
  });
  const after = await deps.store.incidentsByIds(ids);
  return { revision, items: after.map(({ incident, version }) => ({ id: incident.id, version })) };
}

interface Rules {
  readonly by: string;
  readonly filings: ReadonlyMap<string, Filing>;
  readonly status: Status | undefined;
}

/** An incident as it stands, and as it would be but for its status. */
interface Changing {
  readonly stands: PresentIncident;
  readonly changed: Incident;
}

function checkAll(standing: readonly Changing[], rules: Rules): void {
  const invalid = standing.flatMap((changing) => {
    const reason = faultOf(changing, rules);
    return reason === null ? [] : [{ name: changing.changed.id, reason }];
  });
  if (invalid.length > 0) {
    const shown = invalid.slice(0, MAX_NAMED).map(({ name, reason }) => `${name}: ${reason}`);
    throw new Problem('conflict', `Nothing was changed. ${shown.join('; ')}.`, invalid);
  }
}

const MAX_NAMED = 5;

/** The rules judge the record as it will be: what changes with the status counts for it, or against it. */
function faultOf({ changed, stands }: Changing, { by, filings, status }: Rules): string | null {
  if (stands.mergedInto !== null) return `is merged into ${stands.mergedInto}`;
  // Giving a status that an incident has already is no step.
  const isStep = status !== undefined && status !== changed.status;
  const missing = isStep
    ? missingFor(changed, status, { reportedBy: filings.get(changed.id)?.by ?? null, by })
    : evidenceLost(stands.incident, changed);
  return missing.length === 0 ? null : missing.map((key) => RULE_TEXTS[key]).join('; ');
}

function refusal(code: 'not-found', words: string, ids: readonly string[], reason: string): Problem {
  const invalid: InvalidParameter[] = ids.map((name) => ({ name: name.slice(0, 128), reason }));
  return new Problem(code, `${words} ${ids.slice(0, MAX_NAMED).join(', ').slice(0, 300)}.`, invalid);
}
