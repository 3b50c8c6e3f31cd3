import type { Act } from './audit-entry.ts';

/** A write as the audit trail enters it. */
export function toAct(
  action: string,
  subject: Act['subject'],
  { by, reason }: { readonly by: string; readonly reason: string },
): Act {
  return { actor: by, action, subject, reason };
}

/** One incident by its id, several by their kind alone: their versions name the revision. */
export function toIncidentAct(
  action: string,
  ids: readonly string[],
  change: { readonly by: string; readonly reason: string },
): Act {
  const [id] = ids;
  return toAct(action, { kind: 'incident', id: ids.length === 1 && id !== undefined ? id : null }, change);
}
