import { queryOptions } from '@tanstack/react-query';
import { toApiError } from './fetch-json.ts';

/** How many incidents an export at a path leaves out, at a revision: those whose origin lets them leave only as counts. */
export const leftOutQuery = (path: string, revision: number) =>
  queryOptions({
    queryKey: ['left-out', path, revision],
    queryFn: async ({ signal }) => {
      const response = await fetch(path, { method: 'HEAD', signal });
      if (!response.ok) throw await toApiError(response);
      return Number(response.headers.get('X-Corridor-Left-Out'));
    },
    staleTime: Infinity,
  });
