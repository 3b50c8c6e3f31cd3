import type { ServerEngine } from '@corridor/api/src/schemas/query-schemas.ts';
import type { PortfolioAnswer, Query } from '@corridor/domain';
import { decodeTable, type GeographyContext, type IncidentTable } from '@corridor/incident-table';
import { fetchJson, isSignInNeeded } from '../lib/api/fetch-json.ts';
import { pathAsOf } from '../lib/api/path-as-of.ts';
import { type Answerer, errorReply } from './answerer.ts';
import { AskedServer } from './asked-server.ts';
import { fetchGeography, fetchTargets } from './fetch-geography.ts';
import { fetchTable } from './fetch-table.ts';
import { followRevisions } from './follow-revisions.ts';
import { HeldTable } from './held-table.ts';
import { type KeptAnswers, readKeptAnswers } from './kept-answers.ts';
import { dropEntries } from './kept-entries.ts';
import type { EngineEvents, EngineHost, ShownMoment } from './protocol.ts';
import type { Reply } from './question-desk.ts';
import { sleep } from './sleep.ts';
import { readKeptTable } from './table-cache.ts';
import { TableTexts } from './table-texts.ts';
import { type Keepable, VisitKeeper } from './visit-keeper.ts';

/** What the table is made of, under way: what this browser kept of it, and what places are measured by. */
interface Gathered {
  readonly kept: ReturnType<typeof readKeptTable>;
  readonly geography: ReturnType<typeof fetchGeography>;
}

/** Further parts of a large table are shown when this many times as much has arrived. */
const PART_GROWTH = 4;
const RETRY_MS = 5_000;
const PROGRESS_EVERY_MS = 200;
/** How many times as long as a revision took the next one waits. */
const REST = 4;
/** Rows from which on the server answers until the table is here: it is asked sooner than so many are decoded. */
const ASK_AHEAD = 20_000;
/** So long at most the table, which keeps the worker busy once it is here, waits for the first answers. */
const FIRST_ANSWERS_MS = 1_000;
/** Of several processes of one server some are a moment behind; one that stays behind was set back. */
const BEHIND_MS = 3_000;

/**
 * Loads what answering needs, answers, and follows the server: revisions by difference, another portfolio anew. What is of
 * a moment in the past does not change: it is neither followed nor kept.
 */
export class Session implements EngineHost {
  #events: EngineEvents | null = null;
  #answerer: Answerer | null = null;
  /** The answerer, where it holds a table, and the table's texts. */
  #held: { readonly table: HeldTable; readonly texts: TableTexts } | null = null;
  #geography: GeographyContext | null = null;
  /** Up to which revision its sites and routes are known. */
  #targetsKnownAt = 0;
  #portfolio: PortfolioAnswer | null = null;
  #unfollow: (() => void) | null = null;
  /** The moment that is wanted; null for now. */
  #asOf: string | null = null;
  /** Ends what is being fetched for a moment that is not wanted any more. */
  #leaving = new AbortController();
  /** The moment of what is held. */
  #moment: ShownMoment | null = null;
  /** The end of the work that changes what is held: one piece follows the other. */
  #work: Promise<void> = Promise.resolve();
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** When the server was first seen behind what is held; null while it is not. */
  #behindSince: number | null = null;
  /** Until when a further revision waits: answers come before revisions that follow each other quickly. */
  #restUntil = 0;
  readonly #maxLocal: number | undefined;
  readonly #askAhead: number;
  readonly #program: string | null;
  readonly #keeper: VisitKeeper;
  /** Until the server has answered ahead of the table. */
  #firstAnswers: Promise<void> = Promise.resolve();
  #onAnswered: (() => void) | null = null;

  /**
   * `maxLocal`: rows of a table whose texts are all fetched; `askAhead`: of one for which the server answers until it is
   * here; `program`: what the kept answers of this and no other program are known by, null to keep none.
   */
  constructor(
    options: { readonly maxLocal?: number; readonly askAhead?: number; readonly program?: string | null } = {},
  ) {
    this.#maxLocal = options.maxLocal;
    this.#program = options.program ?? null;
    this.#keeper = new VisitKeeper(this.#program, () => this.#keepable());
    this.#askAhead = options.askAhead ?? ASK_AHEAD;
  }

  async load(events: EngineEvents, asOf: string | null = null): Promise<void> {
    this.#events = events;
    if (asOf !== this.#asOf) this.#leaveFor(asOf);
    try {
      await this.#inTurn(() => this.#start());
    } catch (error) {
      if (isSignInNeeded(error)) this.#stopForSignIn();
      throw error;
    }
    if (this.#asOf !== null) return;
    this.#unfollow ??= followRevisions({
      onRevision: (revision) => this.#soon(() => this.#hear(revision)),
      onAgain: () => void this.catchUp(),
      onRefused: () => this.#soon(() => this.#compare()),
    });
  }

  async answerAll(queries: readonly Query[]): Promise<readonly Reply[]> {
    const answerer = this.#answerer;
    this.#keeper.noteAsked();
    if (!answerer) return queries.map(() => errorReply('The incident table is not loaded yet'));
    this.#keeper.noteFirst(queries);
    const replies = await Promise.all(queries.map((query) => answerer.answer(query)));
    this.#onAnswered?.();
    return replies;
  }

  async catchUp(): Promise<void> {
    if (this.#answerer && this.#asOf === null) this.#soon(() => this.#compare());
  }

  /** Nothing of the moment that was shown is followed, kept or waited for any longer; what is held answers until more is there. */
  #leaveFor(asOf: string | null): void {
    this.#asOf = asOf;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#unfollow?.();
    this.#unfollow = null;
    this.#behindSince = null;
    clearTimeout(this.#retry);
    this.#keeper.stop();
  }

  async #start(): Promise<void> {
    const asOf = this.#asOf;
    const { signal } = this.#leaving;
    const asked = Promise.all([
      fetchJson<ServerEngine>(pathAsOf('/v1/engine', asOf), signal),
      fetchJson<PortfolioAnswer>(pathAsOf('/v1/portfolio', asOf), signal),
    ]);
    asked.catch(ignore);
    const answers = asOf === null ? await readKeptAnswers(this.#program) : null;
    const early = answers ? null : this.#gather(asOf, signal);
    const [server, portfolio] = await asked;
    this.#moment = asOf !== null && server.asOf ? { ...server.asOf, asOf } : null;
    this.#portfolio = portfolio;
    this.#held = null;
    const bringTable = () => this.#bringTable(server, portfolio, early ?? this.#gather(asOf, signal), signal);
    if (server.engine === 'sql') {
      this.#use(await AskedServer.connect(portfolio, this.#moment, 'sql'));
      this.#events?.inStep();
    } else if (asOf === null && (await this.#answerAhead(server, portfolio, answers))) {
      this.#soon(async () => {
        await Promise.race([this.#firstAnswers, sleep(FIRST_ANSWERS_MS)]);
        await bringTable();
      });
    } else {
      await bringTable();
    }
  }

  /** Begins to get what the table is made of. */
  #gather(asOf: string | null, signal: AbortSignal): Gathered {
    const geography = fetchGeography(asOf, signal);
    // Its failing is of interest once it is waited for.
    geography.catch(ignore);
    return { kept: asOf === null ? readKeptTable() : Promise.resolve(null), geography };
  }

  /**
   * Has what an earlier visit kept answer while the table is under way, where the server has the same revision still, and
   * the server all else; without it the server alone, for a large table. False where neither is to be, or can.
   */
  async #answerAhead(server: ServerEngine, portfolio: PortfolioAnswer, kept: KeptAnswers | null): Promise<boolean> {
    const isSame = kept !== null && kept.portfolio === portfolio.id && kept.info.revision === server.revision;
    if (!isSame && server.incidents < this.#askAhead) return false;
    try {
      const asked = isSame ? AskedServer.resume(kept) : await AskedServer.connect(portfolio, null, 'server');
      this.#firstAnswers = new Promise((resolve) => {
        this.#onAnswered = resolve;
      });
      this.#use(asked);
      this.#events?.inStep();
      return true;
    } catch {
      return false;
    }
  }

  /** Has the table answer: the one that was kept, where there is one, while the server's is under way. */
  async #bringTable(
    server: ServerEngine,
    portfolio: PortfolioAnswer,
    { geography, kept }: Gathered,
    signal: AbortSignal,
  ): Promise<void> {
    const { placeIn, targetsKnownAt } = await geography;
    signal.throwIfAborted();
    this.#geography = placeIn(portfolio);
    this.#targetsKnownAt = targetsKnownAt;
    if (await this.#open(await kept, portfolio.id)) return this.#soon(() => this.#reach(server));
    await this.#update();
    this.#events?.inStep();
  }

  get #isAhead(): boolean {
    const engine = this.#answerer?.info.engine;
    return engine === 'server' || engine === 'kept';
  }

  /** Returns whether the kept table answers now. One that cannot be read, or is of another portfolio, is dropped. */
  async #open(kept: Awaited<Gathered['kept']>, portfolio: string): Promise<boolean> {
    const texts = this.#createTexts();
    const table = kept?.portfolio === portfolio ? decodeKept(kept.bytes, texts) : null;
    if (table) {
      this.#hold(table, texts);
      this.#keeper.noteKept();
    } else if (kept) {
      await dropEntries();
    }
    return table !== null;
  }

  /** Goes to what the server has now, by difference where there is a table to which it can be told. */
  async #update(from: 'held' | 'nothing' = 'held'): Promise<void> {
    if (this.#answerer?.info.engine === 'sql') {
      this.#portfolio = await fetchJson<PortfolioAnswer>('/v1/portfolio');
      this.#use(await AskedServer.connect(this.#portfolio, this.#moment, 'sql'));
      return;
    }
    const held = from === 'held' && this.#held?.table.info.complete ? this.#held : null;
    const texts = this.#createTexts();
    let shown = 0;
    let told = Number.NEGATIVE_INFINITY;
    const { stream, targetsRevision } = await fetchTable({
      since: held ? held.table.table.revision : null,
      texts: texts.lazy,
      asOf: this.#asOf,
      signal: this.#leaving.signal,
      onChunk: (arriving, progress) => {
        if (this.#held?.table.info.complete) return;
        if (performance.now() > told + PROGRESS_EVERY_MS) {
          told = performance.now();
          this.#events?.progress(progress);
        }
        if (this.#isAhead) return;
        const { loaded, total } = arriving;
        if (total === null || loaded > total / 2 || loaded < Math.max(1, PART_GROWTH * shown)) return;
        shown = loaded;
        this.#hold(arriving.table(), texts, total);
      },
    });
    if (from === 'nothing' || targetsRevision > this.#targetsKnownAt) await this.#updateTargets();
    if (stream.since !== null) {
      if (held) this.#hold(stream.applyTo(held.table.table), held.texts);
    } else {
      const table = stream.table();
      if (held && table.revision < held.table.table.revision) return this.#fallBehind();
      this.#hold(table, texts);
    }
    this.#keepSoon();
  }

  /** Sites and routes as they are now. Should they be newer than the table, it follows. */
  async #updateTargets(): Promise<void> {
    const { routes, sites, targetsKnownAt } = await fetchTargets(this.#asOf, this.#leaving.signal);
    if (this.#geography) this.#geography = { ...this.#geography, sites, routes };
    this.#targetsKnownAt = targetsKnownAt;
  }

  async #hear(revision: number): Promise<void> {
    if (revision > (this.#answerer?.info.revision ?? 0)) await sleep(this.#restUntil - performance.now());
    const held = this.#answerer?.info.revision ?? 0;
    if (revision > held) await this.#update();
    else if (revision < held) this.#fallBehind();
  }

  /** The server is behind what is held: looks again, and believes it then. */
  #fallBehind(): void {
    this.#behindSince ??= performance.now();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.catchUp(), BEHIND_MS);
  }

  /** Looks what the server has: after a pause its revision may be any, and it may be another server. */
  async #compare(): Promise<void> {
    const [server, portfolio] = await Promise.all([
      fetchJson<ServerEngine>('/v1/engine'),
      fetchJson<PortfolioAnswer>('/v1/portfolio'),
    ]);
    const kind = this.#answerer?.info.engine;
    return portfolio.id !== this.#portfolio?.id || server.engine !== kind ? this.#start() : this.#reach(server);
  }

  /** Goes to the server's revision; all anew where that is held, but is not the same. */
  async #reach({ incidents, revision }: ServerEngine): Promise<void> {
    const info = this.#answerer?.info;
    const behindSince = this.#behindSince;
    this.#behindSince = null;
    if (!info || revision > info.revision) {
      await this.#update();
    } else if (revision < info.revision && (behindSince === null || performance.now() < behindSince + BEHIND_MS / 2)) {
      this.#behindSince = behindSince;
      this.#fallBehind();
    } else if (revision < info.revision || incidents !== info.incidents) {
      await this.#update('nothing');
    } else {
      this.#keepSoon();
    }
    this.#events?.inStep();
  }

  #hold(table: IncidentTable, texts: TableTexts, total = table.rowCount): void {
    if (!this.#geography) throw new Error('Expected the geography before the table');
    const start = performance.now();
    const held = new HeldTable(table, total, this.#geography, texts, this.#moment, (error) =>
      this.#events?.more(error),
    );
    this.#held = { table: held, texts };
    this.#restUntil = performance.now() + REST * (performance.now() - start);
    this.#use(held);
  }

  #use(answerer: Answerer): void {
    this.#answerer = answerer;
    this.#events?.info(answerer.info);
  }

  #createTexts(): TableTexts {
    return new TableTexts((error) => this.#events?.more(error), this.#asOf, this.#maxLocal);
  }

  #keepSoon(): void {
    if (this.#moment === null) this.#keeper.keepSoon();
  }

  /** Only all of the present is worth keeping. */
  #keepable(): Keepable | null {
    const held = this.#held?.table;
    return held?.info.complete && this.#portfolio ? { held, portfolio: this.#portfolio.id } : null;
  }

  /** What goes wrong here is tried again; meanwhile what is held answers. */
  #soon(work: () => Promise<void>): void {
    this.#inTurn(work).catch((error: unknown) => {
      if (this.#asOf !== null) return;
      clearTimeout(this.#retry);
      if (isSignInNeeded(error)) this.#stopForSignIn();
      else this.#retry = setTimeout(() => void this.catchUp(), RETRY_MS);
    });
  }

  /** Asking on would be refused each time. */
  #stopForSignIn(): void {
    clearTimeout(this.#retry);
    this.#unfollow?.();
    this.#unfollow = null;
    this.#events?.signInNeeded();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

/** Null where it cannot be read. */
function decodeKept(bytes: Uint8Array, texts: TableTexts): IncidentTable | null {
  try {
    return decodeTable(bytes, texts.lazy);
  } catch {
    return null;
  }
}

function ignore(): void {}
