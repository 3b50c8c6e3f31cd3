import type {
  ChangedPerson,
  Invited,
  MadeLink,
  NewPerson,
  PeopleList,
  PersonChange,
} from '@corridor/api/src/schemas/access-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '../../../lib/api/fetch-json.ts';
import { PERSONAL } from '../../../lib/api/me.ts';
import { sendJson } from '../../../lib/api/send-json.ts';

export type { ListedPerson, OneTimeLink } from '@corridor/api/src/schemas/access-schemas.ts';
export type { Invited };

export const peopleQuery = queryOptions({
  queryKey: [...PERSONAL, 'people'],
  queryFn: ({ signal }) => fetchJson<PeopleList>('/v1/people', signal),
});

const pathOf = (id: string) => `/v1/people/${encodeURIComponent(id)}`;

export const invitePerson = (person: Readonly<Record<keyof NewPerson, string>>) =>
  sendJson<Invited>('POST', '/v1/people', person);
export const changePerson = (id: string, change: PersonChange) => sendJson<ChangedPerson>('PATCH', pathOf(id), change);
export const makeLink = (id: string) => sendJson<MadeLink>('POST', `${pathOf(id)}/link`);
