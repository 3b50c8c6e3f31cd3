import type { Arrivals } from '@corridor/api/src/schemas/query-schemas.ts';
import type { Filter, PageRequest } from '@corridor/domain';
import { queryOptions } from '@tanstack/react-query';
import { sendJson } from './send-json.ts';

interface AskedList extends Pick<PageRequest, 'sort' | 'within'> {
  readonly filter: Filter;
}

/** What has come into a list since a revision, up to `revision` at least: with a newer one it is asked anew. */
export function arrivalsQuery(list: AskedList, since: number, revision: number) {
  return queryOptions({
    queryKey: ['arrivals', list, since, revision],
    queryFn: () => sendJson<Arrivals>('POST', '/v1/arrivals', { ...list, since }),
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
}
