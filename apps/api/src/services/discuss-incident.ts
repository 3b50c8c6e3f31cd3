import { Problem } from '@corridor/domain';
import type { Comment, IncidentPair, Store } from '@corridor/store';
import type { Person } from '../access/person.ts';
import { type NamedPerson, namedPerson, personNames } from '../access/person-names.ts';
import { findFiling } from './edit-incident.ts';

export interface ShownComment {
  readonly id: string;
  readonly by: NamedPerson;
  readonly at: string;
  readonly text: string;
}

export interface ShownDiscussion {
  readonly assignee: NamedPerson | null;
  readonly watchers: readonly NamedPerson[];
  /** Whether who asks watches it. */
  readonly watching: boolean;
  readonly comments: readonly ShownComment[];
}

/** What was said of an incident, who works on it and who watches. Throws the Problem `not-found`, as all of this file. */
export async function showDiscussion(store: Store, id: string, person: Person | null): Promise<ShownDiscussion> {
  await findFiling({ store }, id);
  const { discussion } = store;
  const [comments, assignees, watchers] = await Promise.all([
    discussion.comments(id),
    discussion.assignees([id]),
    discussion.watchers(id),
  ]);
  const assignee = assignees.get(id);
  const ids = [...comments.map(({ by }) => by), ...watchers, ...(assignee === undefined ? [] : [assignee])];
  const names = await personNames(store.accounts, ids);
  return {
    assignee: namedPerson(names, assignee),
    watchers: watchers.flatMap((watcher) => namedPerson(names, watcher) ?? []),
    watching: person !== null && watchers.includes(person.id),
    comments: comments.map((comment) => toShown(comment, names)),
  };
}

export async function comment(store: Store, id: string, { id: by, name }: Person, text: string): Promise<ShownComment> {
  await findFiling({ store }, id);
  return toShown(await store.discussion.comment(id, by, text), new Map([[by, name]]));
}

/** Throws the Problem `conflict` for somebody who could not work on it. */
export async function assign(store: Store, id: string, person: string | null, by: Person): Promise<void> {
  await findFiling({ store }, id);
  if (person !== null && !(await listAssignees(store)).some((assignee) => assignee.id === person)) {
    throw new Problem('conflict', 'Incidents are given to analysts and admins who can sign in.', [
      { name: 'person', reason: 'is the id of an active analyst or admin: GET /v1/assignees' },
    ]);
  }
  await store.discussion.assign(id, person, by.id);
}

/** Keeps in mind that two incidents are two events, or no longer. Throws the Problem `invalid-body` for one beside itself. */
export async function setApart(store: Store, pair: IncidentPair, isApart: boolean, { id: by }: Person): Promise<void> {
  for (const id of pair) await findFiling({ store }, id);
  if (pair[0] === pair[1]) {
    throw new Problem('invalid-body', 'An incident is one event.', [{ name: 'other', reason: 'is another incident' }]);
  }
  await store.discussion.setApart(pair, isApart, by);
}

/** Who can be given incidents, by name. */
export async function listAssignees(store: Store): Promise<readonly NamedPerson[]> {
  return store.accounts.query<{ id: string; name: string }>(
    "select id, name from person where active and role in ('analyst', 'admin') order by lower(name), id",
  );
}

function toShown({ at, by, id, text }: Comment, names: ReadonlyMap<string, string>): ShownComment {
  return { id, by: { id: by, name: names.get(by) ?? by }, at, text };
}
