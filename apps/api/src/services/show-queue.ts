import { type IncidentSummary, type RuleKey, type Status, statusOptions } from '@corridor/domain';
import { type QueueRequest, type Store, type StoredIncident, toSummary } from '@corridor/store';
import type { Person } from '../access/person.ts';
import { type NamedPerson, namedPerson, personNames } from '../access/person-names.ts';
import { writePosition } from '../params/queue-params.ts';

export interface QueueItem {
  readonly incident: IncidentSummary;
  readonly version: number;
  readonly filedAt: string;
  /** A person's name; null where that was no person. */
  readonly filedBy: string | null;
  readonly assignee: NamedPerson | null;
  /** How many. */
  readonly comments: number;
  readonly watching: boolean;
  /** The next one on the way to confirmed; null where there is none. */
  readonly nextStatus: Status | null;
  /** What is missing for it, if the one who asks gave it. */
  readonly missing: readonly RuleKey[];
}

export interface ShownQueue {
  readonly items: readonly QueueItem[];
  readonly total: number;
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
}

/** A page of what is to be looked at. */
export async function showQueue(store: Store, person: Person, request: QueueRequest): Promise<ShownQueue> {
  const { rows, total } = await store.queue(request);
  const ids = rows.map(({ id }) => id);
  const { discussion } = store;
  const [records, filings, assignees, comments, watched] = await Promise.all([
    store.incidentsByIds(ids),
    store.filings(ids),
    discussion.assignees(ids),
    discussion.commentCounts(ids),
    discussion.watched(person.id, ids),
  ]);
  const names = await personNames(store.accounts, [
    ...[...filings.values()].map(({ by }) => by),
    ...assignees.values(),
  ]);
  const items = records.map((stored): QueueItem => {
    const { id } = stored.incident;
    const filing = filings.get(id);
    return {
      incident: toSummary(stored.incident),
      version: stored.version,
      filedAt: filing?.at ?? '',
      filedBy: names.get(filing?.by ?? '') ?? null,
      assignee: namedPerson(names, assignees.get(id)),
      comments: comments.get(id) ?? 0,
      watching: watched.has(id),
      ...nextStep(stored, filing?.by ?? null, person.id),
    };
  });
  const last = rows.at(-1);
  return { items, total, next: last && rows.length === request.limit ? writePosition(last) : null };
}

const FORWARD: Readonly<Partial<Record<Status, Status>>> = {
  reported: 'corroborated',
  corroborated: 'confirmed',
  disputed: 'corroborated',
};

function nextStep({ incident }: StoredIncident, reportedBy: string | null, by: string) {
  const nextStatus = FORWARD[incident.status] ?? null;
  const option = statusOptions(incident, { reportedBy, by }).find(({ to }) => to === nextStatus);
  return { nextStatus, missing: option?.missing ?? [] };
}
