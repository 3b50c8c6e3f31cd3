import type { Me } from '@corridor/api/src/schemas/access-schemas.ts';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useView } from '../view/use-view.ts';
import { fetchJson } from './fetch-json.ts';

export type { Me };
export type Permission = Me['permissions'][number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => fetchJson<Me>('/v1/me', signal),
  // A role can change and a session can end elsewhere: whoever comes back to the page finds out.
  staleTime: 30_000,
  refetchOnWindowFocus: true,
});

/** Who looks at the dashboard. */
export interface MeHandle {
  /** Undefined until it is known; it stays so where the server cannot be asked. */
  readonly me: Me | undefined;
  readonly may: (permission: Permission) => boolean;
}

/** What changes records: not while they are shown as they were. */
const OF_RECORDS = new Set<Permission>(['incidents.file', 'incidents.edit', 'incidents.verify', 'sites.edit']);

/** Who looks, and what they may do with what they see: records of the past cannot be written. */
export function useMe(): MeHandle {
  const { data: me } = useQuery(meQuery);
  const { view } = useView();
  const isPast = view.asOf !== undefined;
  return useMemo(
    () => ({ me, may: (permission) => mayDo(me, permission) && !(isPast && OF_RECORDS.has(permission)) }),
    [me, isPast],
  );
}

export function mayDo(me: Me | undefined, permission: Permission): boolean {
  return me?.permissions.includes(permission) ?? false;
}

/** Somebody signed in, and is `me` from now on. What was fetched for somebody else is forgotten. */
export function welcome(client: QueryClient, me: Me): void {
  client.removeQueries({ queryKey: PERSONAL });
  client.setQueryData(meQuery.queryKey, me);
}

/** The beginning of the key of every query whose answer depends on who asks. */
export const PERSONAL = ['personal'] as const;
