import type { Act, AuditEntry } from './audit/audit-entry.ts';

/** A comment on an incident: an entry of the audit trail, kept for ever, and covered by its chain. */
export interface Comment {
  /** The entry's position. */
  readonly id: string;
  /** A person's id. */
  readonly by: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly text: string;
}

/**
 * What people say of incidents, who works on one, who watches it, and which are no doubles. None of it is part of a record or takes a revision.
 * That an incident with the id exists is for the caller to know.
 */
export interface Discussion {
  /** Oldest first. */
  comments(incidentId: string): Promise<readonly Comment[]>;
  /** How many comments each of the incidents has; those without any are left out. */
  commentCounts(incidentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  comment(incidentId: string, by: string, text: string): Promise<Comment>;

  /** Persons by incident; those that nobody works on are left out. */
  assignees(incidentIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Gives an incident to a person, or to nobody, and enters that into the audit trail, unless it is so already. */
  assign(incidentId: string, personId: string | null, by: string): Promise<void>;

  watchers(incidentId: string): Promise<readonly string[]>;
  /** Which of the incidents a person watches. */
  watched(personId: string, incidentIds: readonly string[]): Promise<ReadonlySet<string>>;
  watch(incidentId: string, personId: string): Promise<void>;
  unwatch(incidentId: string, personId: string): Promise<void>;

  /**
   * Keeps in mind that two incidents are two events, or no longer does, and enters that into the audit trail, unless it is
   * so already. Their order says nothing.
   */
  setApart(pair: IncidentPair, isApart: boolean, by: string): Promise<void>;
  /** Of the pairs that these incidents make, those that are two events. */
  apartAmong(incidentIds: readonly string[]): Promise<readonly IncidentPair[]>;
}

/** Ids of two incidents; where the store gives them, the lesser by code units is the first. */
export type IncidentPair = readonly [string, string];

/** The action of the entries that are comments. An index is for it alone: migration 6. */
export const COMMENT_ACTION = 'incident.comment';

export function toCommentAct(incidentId: string, by: string, text: string): Act {
  return {
    ...{ actor: by, action: COMMENT_ACTION, subject: { kind: 'incident', id: incidentId }, reason: '' },
    detail: { text },
  };
}

/** The comment that an entry is. */
export function toComment({
  actor,
  at,
  detail,
  position,
}: Pick<AuditEntry, 'actor' | 'at' | 'detail' | 'position'>): Comment {
  const text = typeof detail.text === 'string' ? detail.text : '';
  return { id: String(position), by: actor, at: at.replace(/\d{3}Z$/, 'Z'), text };
}
