import type { Incident } from './incident.ts';
import { countOrigins } from './independent-sources.ts';
import type { Status } from './taxonomy.ts';

/** To which statuses a record may go from each. */
export const NEXT_STATUSES = {
  reported: ['corroborated', 'disputed', 'retracted'],
  corroborated: ['confirmed', 'disputed', 'retracted', 'reported'],
  confirmed: ['disputed', 'retracted', 'corroborated'],
  disputed: ['reported', 'corroborated', 'confirmed', 'retracted'],
  retracted: ['reported'],
} as const satisfies Readonly<Record<Status, readonly Status[]>>;

/**
 * What may stand in the way of a status:
 * - `no-such-step`: the status does not follow the present one
 * - `two-independent-sources`: there are not two sources of independent origin
 * - `grade-b2`: the record's grade is not B2 or better
 * - `other-analyst`: who confirms is who reported
 */
export const RULE_KEYS = ['no-such-step', 'two-independent-sources', 'grade-b2', 'other-analyst'] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

/** Ids of persons. `reportedBy` is null where no person filed the record. */
export interface WorkflowPersons {
  readonly reportedBy: string | null;
  readonly by: string | null;
}

export interface StatusOption {
  readonly to: Status;
  /** Empty where the step can be taken. */
  readonly missing: readonly RuleKey[];
}

type RuledIncident = Pick<Incident, 'status' | 'sources' | 'grade'>;

/** The statuses that may follow the present one, and what is missing for each. */
export function statusOptions(incident: RuledIncident, persons: WorkflowPersons): readonly StatusOption[] {
  return NEXT_STATUSES[incident.status].map((to) => ({ to, missing: missingFor(incident, to, persons) }));
}

/** What stands in the way of a status; empty where it can be given. */
export function missingFor(
  incident: RuledIncident,
  to: Status,
  { reportedBy, by }: WorkflowPersons,
): readonly RuleKey[] {
  if (!(NEXT_STATUSES[incident.status] as readonly Status[]).includes(to)) return ['no-such-step'];
  const missing = missingEvidence(incident, to);
  return to === 'confirmed' && by !== null && by === reportedBy ? [...missing, 'other-analyst'] : missing;
}

/** What a record lacks of that on which a status rests, whoever gives or gave it. */
function missingEvidence({ grade, sources }: RuledIncident, status: Status): readonly RuleKey[] {
  const missing: RuleKey[] = [];
  const confirms = status === 'confirmed';
  if ((confirms || status === 'corroborated') && countOrigins(sources) < 2) missing.push('two-independent-sources');
  if (confirms && !isB2OrBetter(grade)) missing.push('grade-b2');
  return missing;
}

/**
 * What a change takes away of that on which the record's status rests; empty where it may keep the status. What was
 * missing before, as of records that were loaded, is no fault of the change.
 */
export function evidenceLost(before: RuledIncident, after: RuledIncident): readonly RuleKey[] {
  if (before.status !== after.status) return [];
  const lacked = missingEvidence(before, before.status);
  return missingEvidence(after, after.status).filter((key) => !lacked.includes(key));
}

/** Whether a grade is B2 or better in both of its parts. */
export function isB2OrBetter({ reliability, credibility }: Incident['grade']): boolean {
  return (reliability === 'A' || reliability === 'B') && (credibility === '1' || credibility === '2');
}
