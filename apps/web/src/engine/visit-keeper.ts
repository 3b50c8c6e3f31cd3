import type { Query } from '@corridor/domain';
import { encodeTable } from '@corridor/incident-table';
import type { HeldTable } from './held-table.ts';
import { keepAnswers } from './kept-answers.ts';
import { isWhole } from './question-desk.ts';
import { sleep } from './sleep.ts';
import { keepTable } from './table-cache.ts';

/** What is held is kept once nothing was asked for so long, and no oftener than this. */
const IDLE_MS = 2_000;
const KEEP_EVERY_MS = 60_000;
/** Of so many questions that a visit puts first the answers are kept for the next. */
const MAX_FIRST_QUESTIONS = 40;

/** A table as it is held now, and the portfolio that it is of. */
export interface Keepable {
  readonly held: HeldTable;
  readonly portfolio: string;
}

/** Keeps the table in the browser for the next start, and with it the answers to what this visit asked first. */
export class VisitKeeper {
  readonly #program: string | null;
  readonly #current: () => Keepable | null;
  /** By what is asked. */
  readonly #firstQuestions = new Map<string, Query>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAsked = 0;
  #lastKept = Number.NEGATIVE_INFINITY;

  /**
   * `program`: what the kept answers of this and no other program are known by, null to keep none; `current`: what is worth
   * keeping, null while nothing is.
   */
  constructor(program: string | null, current: () => Keepable | null) {
    this.#program = program;
    this.#current = current;
  }

  /** Whoever asks now is not kept waiting. */
  noteAsked(): void {
    this.#lastAsked = performance.now();
  }

  noteFirst(queries: readonly Query[]): void {
    for (const query of queries) {
      if (this.#firstQuestions.size >= MAX_FIRST_QUESTIONS) return;
      this.#firstQuestions.set(JSON.stringify(query), query);
    }
  }

  /** What is held came from what was kept. */
  noteKept(): void {
    this.#lastKept = performance.now();
  }

  keepSoon(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const wait = Math.max(IDLE_MS, this.#lastKept + KEEP_EVERY_MS - now, this.#lastAsked + IDLE_MS - now);
    this.#timer = setTimeout(() => this.#keep(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #keep(): void {
    const current = this.#current();
    if (!current) return;
    if (performance.now() < this.#lastAsked + IDLE_MS) {
      this.keepSoon();
      return;
    }
    this.#lastKept = performance.now();
    const { held, portfolio } = current;
    void keepTable({ portfolio, revision: held.table.revision, bytes: encodeTable(held.table) });
    if (this.#program !== null) void this.#keepAnswers(this.#program, current);
  }

  /** One question at a time: what is asked meanwhile comes between. */
  async #keepAnswers(program: string, { held, portfolio }: Keepable): Promise<void> {
    const answers = new Map<string, string>();
    for (const [question, query] of this.#firstQuestions) {
      if (held !== this.#current()?.held) return;
      const reply = held.answer(query);
      if ('answer' in reply && isWhole(reply)) answers.set(question, JSON.stringify(reply.answer));
      await sleep(0);
    }
    await keepAnswers({ program, portfolio, info: held.info, answers });
  }
}
