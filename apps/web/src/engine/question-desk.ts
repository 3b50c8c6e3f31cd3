import type { Answer, Query } from '@corridor/domain';

/**
 * An answer, or why there is none. An unfinished one has all its numbers, but incidents without their texts; one for
 * `later` cannot be given at all yet. Both are to be asked for again when the engine has more.
 */
export type Reply =
  | { readonly answer: Answer; readonly unfinished?: true }
  | { readonly later: true }
  | { readonly error: string };

interface Waiting {
  readonly query: Query;
  readonly deliver: (reply: Reply) => void;
}

/**
 * Carries questions to the engine. All that are put in one turn of the event loop travel together and are delivered
 * together, so that a screen changes at once. One journey is under way at a time; of a channel that asks again
 * meanwhile only its newest question waits: dragging leaves no queue behind.
 */
export class QuestionDesk {
  readonly #ask: (queries: readonly Query[]) => Promise<readonly Reply[]>;
  readonly #together: (deliver: () => void) => void;
  readonly #waiting = new Map<object, Waiting>();
  /** Questions whose reply is not all that it will be, until their channel asks something else. */
  readonly #unfinished = new Map<object, Waiting>();
  #busy = false;
  #called = false;
  /** What `more` said during the journey: replies under way may come later than it, by another port. */
  #news: { readonly error: string | null } | null = null;

  /** `together` is given what delivers all replies of a journey, and runs it. */
  constructor(
    ask: (queries: readonly Query[]) => Promise<readonly Reply[]>,
    together: (deliver: () => void) => void = (deliver) => deliver(),
  ) {
    this.#ask = ask;
    this.#together = together;
  }

  /** Whether a journey is under way: who drags waits for it before asking for more. */
  get busy(): boolean {
    return this.#busy || this.#called;
  }

  put(channel: object, query: Query, deliver: (reply: Reply) => void): void {
    this.#unfinished.delete(channel);
    this.#waiting.set(channel, { query, deliver });
    this.#callSoon();
  }

  /** Sends what waits off within this turn, unless a journey is under way. */
  depart(): void {
    void this.#travel();
  }

  /** Asks again what was left unfinished; with an error, says that it will not be finished. */
  more(error: string | null): void {
    if (this.#busy) this.#news = { error };
    const unfinished = [...this.#unfinished];
    this.#unfinished.clear();
    for (const [channel, waiting] of unfinished) {
      if (error !== null) waiting.deliver({ error });
      else if (!this.#waiting.has(channel)) this.#waiting.set(channel, waiting);
    }
    if (this.#waiting.size > 0) this.#callSoon();
  }

  /** Takes back what waits; an answer that is under way is still delivered. */
  withdraw(channel: object): void {
    this.#waiting.delete(channel);
    this.#unfinished.delete(channel);
  }

  #callSoon(): void {
    if (this.#busy || this.#called) return;
    this.#called = true;
    queueMicrotask(() => {
      this.#called = false;
      void this.#travel();
    });
  }

  async #travel(): Promise<void> {
    if (this.#busy || this.#waiting.size === 0) return;
    const taken = [...this.#waiting];
    this.#waiting.clear();
    this.#busy = true;
    const replies = await this.#fetch(taken.map(([, { query }]) => query));
    this.#busy = false;
    const news = this.#news;
    this.#news = null;
    taken.forEach(([channel, waiting], index) => {
      if (!isWhole(replies[index]) && !this.#waiting.has(channel)) this.#unfinished.set(channel, waiting);
    });
    if (news) this.more(news.error);
    void this.#travel();
    this.#together(() => {
      taken.forEach(([, { deliver }], index) => {
        const reply = replies[index] ?? NO_REPLY;
        if (!('later' in reply)) deliver(reply);
      });
    });
  }

  /** Asks each different question once; the replies are in the order of `queries`. */
  async #fetch(queries: readonly Query[]): Promise<readonly (Reply | undefined)[]> {
    const keys = queries.map((query) => JSON.stringify(query));
    const different = new Map(keys.map((key, index) => [key, queries[index]]));
    const asked = [...different.values()].filter((query) => query !== undefined);
    const replies = await this.#ask(asked).catch((error: unknown) =>
      asked.map((): Reply => ({ error: error instanceof Error ? error.message : String(error) })),
    );
    const byKey = new Map([...different.keys()].map((key, index) => [key, replies[index]]));
    return keys.map((key) => byKey.get(key));
  }
}

const NO_REPLY: Reply = { error: 'The engine left a question without an answer' };

/** Whether a reply is all that it will be. */
export function isWhole(reply: Reply | undefined): boolean {
  return reply === undefined || 'error' in reply || ('answer' in reply && !reply.unfinished);
}
