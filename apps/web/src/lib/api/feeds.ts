import type { Feed, Feeds } from '@corridor/api/src/schemas/feed-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { sendJson } from './send-json.ts';

export type { Origin } from '@corridor/api/src/schemas/feed-schemas.ts';
export type { Feed };

/** How far what is known of a source can be relied on to be recent. */
export type Freshness = Feed['state'];

/** The server knows of a failure after 20 seconds at most: it is on the screen within the minute. */
const POLL_MS = 15_000;
const SOON_MS = 2_000;

/** Asked for again and again while it is looked at; more often while a look that was asked for is awaited. */
export const feedsQuery = (isAwaiting = false) =>
  queryOptions({
    queryKey: ['feeds'],
    queryFn: ({ signal }) => fetchJson<Feeds>('/v1/feeds', signal),
    refetchInterval: isAwaiting ? SOON_MS : POLL_MS,
    refetchOnWindowFocus: true,
  });

/** Asked once for each revision: charts do not poll. */
export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  queryFn: ({ signal }) => fetchJson<Feeds>('/v1/feeds', signal),
  select: ({ covered }) => covered,
  staleTime: Infinity,
});

/** Origins that have records; asked once for each revision, with what is covered. */
export const originNamesQuery = queryOptions({
  ...coverageQuery,
  select: ({ origins }) => origins.filter(({ rows }) => rows > 0).map(({ origin }) => origin),
});

/** Has a source looked at as soon as may be. */
export function checkFeed(id: string): Promise<Feed> {
  return sendJson('POST', `/v1/feeds/${encodeURIComponent(id)}/check`);
}
