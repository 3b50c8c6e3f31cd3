import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '../../../lib/api/fetch-json.ts';
import { PERSONAL, type Role } from '../../../lib/api/me.ts';
import { send, sendJson } from '../../../lib/api/send-json.ts';

export interface OwnSession {
  readonly id: string;
  /** Whether it is that of this browser. */
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string;
  readonly userAgent: string;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** How it begins. */
  readonly prefix: string;
  readonly state: 'live' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export interface MadeKey {
  readonly key: ApiKey;
  /** The key itself, given this once. */
  readonly token: string;
}

export interface NewKey {
  readonly name: string;
  readonly role: string;
  readonly expiresInDays: number;
}

export const sessionsQuery = queryOptions({
  queryKey: [...PERSONAL, 'sessions'],
  queryFn: ({ signal }) => fetchJson<{ readonly items: readonly OwnSession[] }>('/v1/me/sessions', signal),
});

export const keysQuery = queryOptions({
  queryKey: [...PERSONAL, 'keys'],
  queryFn: ({ signal }) => fetchJson<{ readonly items: readonly ApiKey[] }>('/v1/me/keys', signal),
});

export const endSession = (id: string) => send('DELETE', `/v1/me/sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = () => send('DELETE', '/v1/me/sessions');
export const makeKey = (key: NewKey) => sendJson<MadeKey>('POST', '/v1/me/keys', key);
export const revokeKey = (id: string) => send('DELETE', `/v1/me/keys/${encodeURIComponent(id)}`);
export const changePassword = (change: { readonly current: string; readonly next: string }) =>
  send('POST', '/v1/me/password', change);
