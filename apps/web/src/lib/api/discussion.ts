import type { Assignees, Comment, Discussion } from '@corridor/api/src/schemas/workflow-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { send, sendJson } from './send-json.ts';

export type { NamedPerson } from '@corridor/api/src/schemas/incident-schemas.ts';
export type { Comment, Discussion };

const pathOf = (id: string, part: string) => `/v1/incidents/${encodeURIComponent(id)}/${part}`;

/** No stream announces what is said: whoever opens the record or comes back to the page finds out. */
export const discussionQuery = (id: string) =>
  queryOptions({
    queryKey: [...PERSONAL, 'discussion', id],
    queryFn: ({ signal }) => fetchJson<Discussion>(pathOf(id, 'discussion'), signal),
    refetchOnWindowFocus: true,
  });

/** Who can be given incidents, by name. */
export const assigneesQuery = queryOptions({
  queryKey: [...PERSONAL, 'assignees'],
  queryFn: ({ signal }) => fetchJson<Assignees>('/v1/assignees', signal),
  staleTime: 60_000,
});

export function comment(id: string, text: string): Promise<Comment> {
  return sendJson('POST', pathOf(id, 'comments'), { text });
}

/** Gives an incident to a person, or to nobody. */
export function assign(id: string, person: string | null): Promise<Discussion> {
  return sendJson('PUT', pathOf(id, 'assignee'), { person });
}

export async function setWatching(id: string, watches: boolean): Promise<void> {
  await send(watches ? 'PUT' : 'DELETE', pathOf(id, 'watch'));
}
