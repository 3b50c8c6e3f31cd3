import { type Incident, missingFor, Problem, type RuleKey, type Status } from '@corridor/domain';
import { checkCounts } from './check-incident.ts';
import { findFiling } from './edit-incident.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import type { IncidentDetail } from './show-incident.ts';
import { detailAt, type WritingDeps, writeRecords } from './write-records.ts';

/** Gives an incident another status, if the rules of the workflow let it. Throws `conflict` with each rule that does not. */
export async function changeStatus(
  deps: WritingDeps,
  { id: by }: { readonly id: string },
  id: string,
  version: number,
  { reason, to }: { readonly reason: string; readonly to: Status },
): Promise<IncidentDetail> {
  const filing = await findFiling(deps, id);
  const { revision } = await writeRecords(deps, {
    ...{ by, reason, action: 'incident.status', subject: id, expected: [{ id, version }], detail: { to } },
    decide: (present) => {
      const stands = present.get(id);
      if (!stands) return { save: [] };
      checkCounts(stands);
      const missing = missingFor(stands.incident, to, { reportedBy: filing.by, by });
      if (missing.length > 0) throw ruleProblem(stands.incident, to, missing);
      return { save: [{ ...stands.incident, status: to }] };
    },
  });
  return detailAt(deps, id, revision);
}

function ruleProblem({ status }: Incident, to: Status, missing: readonly RuleKey[]): Problem {
  const invalid = missing.map((name) => ({ name, reason: RULE_TEXTS[name] }));
  const reasons = invalid.map(({ reason }) => reason).join('; ');
  return new Problem('conflict', `From ${status} to ${to} it cannot go: ${reasons}.`, invalid);
}
