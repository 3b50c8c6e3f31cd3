import { coveredByRhythm, type Span } from '@corridor/domain';
import type { Store } from '@corridor/store';

/** Where records came from: the portfolio's files, imports, people here. */
export interface OriginFacts {
  readonly origin: string;
  readonly rows: number;
  /** The day of the oldest record, and that of the newest. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The last day that one of them reaches. */
  readonly lastEnd: string;
  /** When one of them was last written: an ISO instant. */
  readonly lastWriteAt: string | null;
  /** The whole months that its records cover, oldest first: the rule is in docs/feeds.md. */
  readonly covered: readonly Span[];
}

/** The origins of the records, counted once for each revision that is asked for: a pass over all incidents. */
export class KeptOrigins {
  readonly #store: Pick<Store, 'feeds' | 'writtenAt'>;
  #kept: { readonly revision: number; readonly facts: Promise<readonly OriginFacts[]> } | null = null;

  constructor(store: Pick<Store, 'feeds' | 'writtenAt'>) {
    this.#store = store;
  }

  at(revision: number): Promise<readonly OriginFacts[]> {
    if (this.#kept?.revision === revision) return this.#kept.facts;
    const kept = { revision, facts: this.#read() };
    this.#kept = kept;
    // Whoever asked is told; the next one asks anew.
    kept.facts.catch(() => {
      if (this.#kept === kept) this.#kept = null;
    });
    return kept.facts;
  }

  async #read(): Promise<readonly OriginFacts[]> {
    const origins = await this.#store.feeds.origins();
    return Promise.all(
      origins.map(async ({ months, revision, ...facts }) => ({
        ...facts,
        lastWriteAt: await this.#store.writtenAt(revision),
        covered: coveredByRhythm(months),
      })),
    );
  }
}
