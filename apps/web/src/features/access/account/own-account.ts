import type {
  KeyList,
  MadeKey,
  NewKey,
  PasswordChange,
  SessionList,
} from '@corridor/api/src/schemas/access-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '../../../lib/api/fetch-json.ts';
import { PERSONAL } from '../../../lib/api/me.ts';
import { send, sendJson } from '../../../lib/api/send-json.ts';

export type { ApiKey, OwnSession } from '@corridor/api/src/schemas/access-schemas.ts';
export type { MadeKey };

export const sessionsQuery = queryOptions({
  queryKey: [...PERSONAL, 'sessions'],
  queryFn: ({ signal }) => fetchJson<SessionList>('/v1/me/sessions', signal),
});

export const keysQuery = queryOptions({
  queryKey: [...PERSONAL, 'keys'],
  queryFn: ({ signal }) => fetchJson<KeyList>('/v1/me/keys', signal),
});

export const endSession = (id: string) => send('DELETE', `/v1/me/sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = () => send('DELETE', '/v1/me/sessions');
export const makeKey = (key: Omit<NewKey, 'role'> & { readonly role: string }) =>
  sendJson<MadeKey>('POST', '/v1/me/keys', key);
export const revokeKey = (id: string) => send('DELETE', `/v1/me/keys/${encodeURIComponent(id)}`);
export const changePassword = (change: PasswordChange) => send('POST', '/v1/me/password', change);
