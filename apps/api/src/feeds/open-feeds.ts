import type { Store } from '@corridor/store';
import type { Logger } from 'pino';
import type { ArticleExtractor } from './article-extractor.ts';
import type { Resolve } from './ask-host.ts';
import { checkSource } from './check-source.ts';
import { listedHosts } from './listed-hosts.ts';
import { type ProposalSettings, Proposer } from './proposer.ts';
import { RefusedAddresses } from './refused-addresses.ts';
import { resolveBySystem } from './resolve-by-system.ts';
import { READER_LIMITS, type ReaderLimits, SourceReader } from './source-reader.ts';
import type { WatchedSource } from './sources-file.ts';
import { type Watch, watchSources } from './watch-sources.ts';

export interface FeedsOptions {
  readonly store: Pick<Store, 'drafts' | 'feeds'>;
  /** Of the operator's file: nothing else is ever asked. */
  readonly sources: readonly WatchedSource[];
  readonly extractor: ArticleExtractor;
  /** The operator's model; null, the default, asks nobody. */
  readonly proposals?: ProposalSettings | null;
  readonly logger: Logger;
  /** Of the system by default. */
  readonly resolve?: Resolve;
  readonly limits?: ReaderLimits;
}

/** What is watched, and how articles are read. */
export interface OpenFeeds {
  readonly sources: readonly WatchedSource[];
  readonly extractor: ArticleExtractor;
  readonly reader: SourceReader;
  readonly proposer: Proposer | null;
  /** Looks now for sources that are due. */
  wake(): void;
  /** Ends what is asked of others. */
  stop(): Promise<void>;
}

/** Begins to watch the operator's sources. Without any, nothing is asked of anybody, and nothing of the store. */
export function openFeeds(options: FeedsOptions): OpenFeeds {
  const {
    extractor,
    limits = READER_LIMITS,
    logger,
    proposals = null,
    resolve = resolveBySystem,
    sources,
    store,
  } = options;
  const stopping = new AbortController();
  const reader = new SourceReader({ hosts: listedHosts(sources), resolve, limits, stopping: stopping.signal });
  const proposer =
    proposals &&
    new Proposer({
      ...proposals,
      ...{ resolve, stopping: stopping.signal },
      onFailure: ({ message }) => logger.warn({ model: proposals.model, reason: message }, 'a model proposed nothing'),
    });
  const enabled = sources.filter((source) => source.enabled);
  let watch: Watch | null = null;
  if (enabled.length > 0) {
    const deps = { store, extractor, proposer, reader, refused: new RefusedAddresses() };
    watch = watchSources({ store, sources: enabled, logger, check: (...asked) => checkSource(deps, ...asked) });
  }
  return {
    ...{ sources, extractor, reader, proposer },
    wake: () => watch?.wake(),
    async stop() {
      stopping.abort();
      await watch?.stop();
    },
  };
}
