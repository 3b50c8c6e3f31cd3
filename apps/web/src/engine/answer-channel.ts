import type { Answer, Query } from '@corridor/domain';
import type { Pace } from '../lib/use-followed.ts';
import { isWhole, type QuestionDesk, type Reply } from './question-desk.ts';

export interface Answered {
  /** The newest answer; while a new one is computed, the one before, so that nothing jumps. */
  readonly answer: Answer | undefined;
  /** The question that it answers. */
  readonly query: Query | undefined;
  readonly error: Error | null;
}

const UNANSWERED: Answered = { answer: undefined, query: undefined, error: null };

interface Expected {
  readonly text: string;
  readonly edition: unknown;
  reply: Reply | null;
}

/** One place of the page that asks: its newest question is answered, in order, and the last answer is kept. */
export class AnswerChannel {
  readonly paceOf: () => Pace;
  readonly #desk: QuestionDesk;
  readonly #listeners = new Set<() => void>();
  #answered = UNANSWERED;
  #wanted: Query | null = null;
  #edition: unknown;
  /** What may be asked next, and the reply once it is there; a channel of its own at the desk. */
  #expected: Expected | null = null;

  constructor(desk: QuestionDesk, pace: Pace) {
    this.#desk = desk;
    this.paceOf = () => pace;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Answered => this.#answered;

  /** Asks unless this was asked last of the same `edition` of the table. Null asks nothing and keeps the last answer. */
  ask(query: Query | null, edition: unknown): void {
    if (query === this.#wanted && edition === this.#edition) return;
    this.#wanted = query;
    this.#edition = edition;
    if (query === null || !this.#isExpected(query, edition)) this.again();
    else if (this.#expected?.reply) this.#take(query, this.#expected.reply);
  }

  /** Has the answer ready to what may be asked next: of the same `edition`, at most one question. */
  expect(query: Query, edition: unknown): void {
    if (this.#isExpected(query, edition)) return;
    this.#dropExpected();
    const expected: Expected = { text: JSON.stringify(query), edition, reply: null };
    this.#expected = expected;
    this.#desk.put(expected, query, (reply) => {
      if (expected !== this.#expected) return;
      if (isWhole(reply)) expected.reply = reply;
      else this.#dropExpected();
      const wanted = this.#wanted;
      if (wanted !== null && expected.edition === this.#edition && expected.text === JSON.stringify(wanted)) {
        if (expected.reply) this.#take(wanted, reply);
        else this.again();
      }
    });
  }

  readonly again = (): void => {
    const query = this.#wanted;
    if (query === null) this.#desk.withdraw(this);
    else this.#desk.put(this, query, (reply) => this.#take(query, reply));
  };

  close(): void {
    this.#desk.withdraw(this);
    this.#dropExpected();
    this.#wanted = null;
  }

  #isExpected(query: Query, edition: unknown): boolean {
    return this.#expected?.edition === edition && this.#expected?.text === JSON.stringify(query);
  }

  #dropExpected(): void {
    if (this.#expected) this.#desk.withdraw(this.#expected);
    this.#expected = null;
  }

  #take(query: Query, reply: Reply): void {
    if (this.#wanted === null || 'later' in reply) return;
    // What was expected is shown before what was asked earlier comes back.
    if (query !== this.#wanted && this.#answered.query === this.#wanted) return;
    if ('answer' in reply && reply.unfinished && isList(query)) return;
    this.#answered =
      'answer' in reply
        ? { answer: reply.answer, query, error: null }
        : { ...this.#answered, error: new Error(reply.error) };
    for (const listener of this.#listeners) listener();
  }
}

/** What shows incidents by their texts keeps what it shows until the new ones are whole; marks and numbers do not wait. */
function isList({ breakdowns, page }: Query): boolean {
  return Boolean(breakdowns || page);
}
