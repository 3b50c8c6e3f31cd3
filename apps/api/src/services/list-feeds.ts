import { Problem } from '@corridor/domain';
import type { SourceFault, Store, WatchedState } from '@corridor/store';
import type { Freshness } from '../feeds/freshness.ts';
import { freshnessOf, lagHours } from '../feeds/freshness-of.ts';
import type { OpenFeeds } from '../feeds/open-feeds.ts';
import type { WatchedSource } from '../feeds/sources-file.ts';

export interface FeedsDeps {
  readonly store: Pick<Store, 'feeds'>;
  readonly feeds: Pick<OpenFeeds, 'sources' | 'wake'>;
}

/** A watched source as readers see it: where it is by its host alone, since an address may hold a key. */
export interface ShownFeed {
  readonly id: string;
  readonly name: string;
  readonly kind: WatchedSource['kind'];
  readonly host: string;
  readonly everyMinutes: number;
  readonly state: Freshness;
  readonly lastAttempt: string | null;
  readonly lastSuccess: string | null;
  /** When the first of its articles was read. */
  readonly firstRead: string | null;
  readonly lastRecord: string | null;
  readonly lagHours: number | null;
  readonly rows: number;
  /** Attempts that failed since the last success. */
  readonly failed: number;
  readonly failures: readonly SourceFault[];
  readonly nextAttempt: string | null;
}

/** All sources of the operator's file, in its order, as they are now. */
export async function listFeeds({ feeds, store }: FeedsDeps, now: number): Promise<readonly ShownFeed[]> {
  const { sources } = feeds;
  if (sources.length === 0) return [];
  const states = await store.feeds.states(sources.map(({ id }) => id));
  return sources.map((source) => toShown(source, states.get(source.id) ?? null, now));
}

/** Has a source looked at as soon as may be, by whichever process watches. Throws the Problems `not-found` and `conflict`. */
export async function checkFeed(deps: FeedsDeps, id: string, now: number): Promise<ShownFeed> {
  const source = deps.feeds.sources.find((known) => known.id === id);
  if (!source) throw new Problem('not-found', 'There is no source with this id.');
  if (!source.enabled) throw new Problem('conflict', 'The source is disabled in the file of sources.');
  await deps.store.feeds.makeDue(id);
  deps.feeds.wake();
  const state = (await deps.store.feeds.states([id])).get(id) ?? null;
  return toShown(source, state, now);
}

function toShown(source: WatchedSource, state: WatchedState | null, now: number): ShownFeed {
  const { address, everyMinutes, id, kind, name } = source;
  return {
    ...{ id, name, kind, host: new URL(address).host, everyMinutes, state: freshnessOf(source, state, now) },
    lastAttempt: state?.attemptedAt ?? null,
    lastSuccess: state?.succeededAt ?? null,
    firstRead: state?.firstReadAt ?? null,
    lastRecord: state?.lastRecordAt ?? null,
    lagHours: state && rounded(lagHours(state, now)),
    rows: state?.rows ?? 0,
    failed: state?.failures ?? 0,
    failures: state?.faults ?? [],
    nextAttempt: source.enabled ? (state?.dueAt ?? null) : null,
  };
}

function rounded(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 10) / 10;
}
