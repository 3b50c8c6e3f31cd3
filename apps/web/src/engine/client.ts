import type { Answer, Query } from '@corridor/domain';
import * as Comlink from 'comlink';
import { flushSync } from 'react-dom';
import { dropEntries } from './kept-entries.ts';
import type { EngineHost, EngineInfo, LoadProgress } from './protocol.ts';
import { QuestionDesk } from './question-desk.ts';

export interface EngineState {
  /** Null until questions can be answered. */
  readonly info: EngineInfo | null;
  readonly progress: LoadProgress | null;
  readonly error: Error | null;
  /** Whether what answers is no longer what an earlier visit left in this browser. */
  readonly inStep: boolean;
  /** Whether the server does not answer any more until somebody has signed in. */
  readonly signInNeeded: boolean;
}

/** The page's side of the engine. Its worker is made when it starts: who may not read has none. */
export class EngineClient {
  readonly desk: QuestionDesk;
  readonly #createWorker: () => Worker;
  #worker: { readonly thread: Worker; readonly host: Comlink.Remote<EngineHost> } | null = null;
  #started = false;
  /** The moment that is wanted; null for now. */
  #asOf: string | null = null;
  /** Counts loads: what an earlier one ends with is of no interest. */
  #loads = 0;
  readonly #listeners = new Set<() => void>();
  #state: EngineState = { info: null, progress: null, error: null, inStep: false, signInNeeded: false };

  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker;
    this.desk = new QuestionDesk((queries) => this.#host.answerAll(queries), flushSync);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): EngineState => this.#state;

  /** Whether it was started, and so may hold data. */
  get hasWorker(): boolean {
    return this.#worker !== null;
  }

  /** Shows the records of a moment from now on, null for those of now: at once where it was started, else when it is. */
  readonly lookAt = (asOf: string | null): void => {
    if (asOf === this.#asOf) return;
    this.#asOf = asOf;
    if (this.#started) void this.load();
  };

  /** Loads the table, unless that was begun before. */
  readonly start = (): void => {
    if (!this.#started) void this.load();
  };

  /** Loads the table, and follows the server from then on, unless it is of the past. Also what to do again after an error. */
  readonly load = async (): Promise<void> => {
    const turn = ++this.#loads;
    this.#started = true;
    this.#set({ error: null, inStep: false, signInNeeded: false });
    try {
      await this.#host.load(
        Comlink.proxy({
          info: (info: EngineInfo) => this.#set({ info }),
          progress: (progress: LoadProgress) => this.#set({ progress }),
          more: (error: string | null) => this.desk.more(error),
          inStep: () => this.#set({ inStep: true }),
          signInNeeded: () => this.#awaitSignIn(),
        }),
        this.#asOf,
      );
    } catch (error) {
      if (turn !== this.#loads) return;
      this.#set({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  /** Looks whether the server has something newer: after sleep, or when the network is back. */
  readonly catchUp = (): void => void this.#worker?.host.catchUp();

  /** Ends the worker and drops what this browser kept: who comes next may not be allowed to read it. */
  readonly forget = async (): Promise<void> => {
    this.#worker?.thread.terminate();
    this.#worker = null;
    this.#started = false;
    await dropEntries();
  };

  /** Answers one query, once it can be answered whole. Rejects with an AbortError when `signal` gives it up before that. */
  answer(query: Query, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const channel = {};
      signal?.addEventListener('abort', () => {
        this.desk.withdraw(channel);
        reject(signal.reason);
      });
      this.desk.put(channel, query, (reply) => {
        if ('error' in reply) reject(new Error(reply.error));
        else if ('answer' in reply && !reply.unfinished) resolve(reply.answer);
      });
    });
  }

  get #host(): Comlink.Remote<EngineHost> {
    if (!this.#worker) {
      const thread = this.#createWorker();
      this.#worker = { thread, host: Comlink.wrap<EngineHost>(thread) };
    }
    return this.#worker.host;
  }

  /** What is held still answers; who signs in again starts it again. */
  #awaitSignIn(): void {
    this.#started = false;
    this.#set({ signInNeeded: true });
  }

  #set(change: Partial<EngineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export function createEngine(): EngineClient {
  return new EngineClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}
