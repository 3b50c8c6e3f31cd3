import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '../../../lib/api/fetch-json.ts';
import { PERSONAL, type Role } from '../../../lib/api/me.ts';
import { sendJson } from '../../../lib/api/send-json.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** `invited` until they have signed in by a link or by the identity provider. */
  readonly state: 'invited' | 'active' | 'deactivated';
  readonly signsInBy: readonly ('password' | 'sso')[];
  readonly createdAt: string;
}

/** A link that works once and is given once. */
export interface OneTimeLink {
  /** A path of the dashboard. */
  readonly path: string;
  readonly expiresAt: string;
}

export interface PersonChange {
  readonly role?: Role;
  readonly active?: boolean;
}

export interface Invited {
  readonly person: ListedPerson;
  readonly link: OneTimeLink;
}

export const peopleQuery = queryOptions({
  queryKey: [...PERSONAL, 'people'],
  queryFn: ({ signal }) => fetchJson<{ readonly items: readonly ListedPerson[] }>('/v1/people', signal),
});

const pathOf = (id: string) => `/v1/people/${encodeURIComponent(id)}`;

export const invitePerson = (person: { readonly name: string; readonly email: string; readonly role: string }) =>
  sendJson<Invited>('POST', '/v1/people', person);
export const changePerson = (id: string, change: PersonChange) =>
  sendJson<{ readonly person: ListedPerson }>('PATCH', pathOf(id), change);
export const makeLink = (id: string) => sendJson<{ readonly link: OneTimeLink }>('POST', `${pathOf(id)}/link`);
