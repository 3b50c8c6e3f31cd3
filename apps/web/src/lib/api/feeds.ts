import type { Span } from '@corridor/domain';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { sendJson } from './send-json.ts';

export type Freshness = 'fresh' | 'stale' | 'very-stale' | 'no-data' | 'disabled' | 'error';

/** A source that the server watches. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  readonly kind: 'rss' | 'page';
  readonly host: string;
  readonly everyMinutes: number;
  readonly state: Freshness;
  readonly lastAttempt: string | null;
  readonly lastSuccess: string | null;
  /** When its newest article or record is of. */
  readonly lastRecord: string | null;
  readonly lagHours: number | null;
  readonly rows: number;
  /** Attempts that failed since the last success. */
  readonly failed: number;
  /** Newest first; also what a successful look left out. */
  readonly failures: readonly { readonly at: string; readonly reason: string }[];
  readonly nextAttempt: string | null;
}

/** Where records that count came from, or are awaited from. */
export interface Origin {
  readonly origin: string;
  readonly rows: number;
  /** Null without a record. */
  readonly lastDay: string | null;
  readonly lastWriteAt: string | null;
  /** Whole months, oldest first. */
  readonly covered: readonly Span[];
  readonly state: Freshness;
  /** Since the day of its newest record. */
  readonly lagDays: number | null;
  readonly staleAfterDays: number;
  readonly veryStaleAfterDays: number;
  /** Its last import, where that failed. */
  readonly failure: { readonly import: number; readonly at: string; readonly reason: string } | null;
}

interface Feeds {
  readonly items: readonly Feed[];
  readonly origins: readonly Origin[];
  /** Whole months that one of them covers, or the portfolio says is thinly covered, oldest first. */
  readonly covered: readonly Span[];
}

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
