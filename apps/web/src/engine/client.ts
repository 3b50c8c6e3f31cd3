import type { Answer, Query } from '@corridor/domain';
import * as Comlink from 'comlink';
import type { EngineHost, EngineInfo, LoadProgress } from './protocol.ts';
import { QuestionDesk } from './question-desk.ts';

export interface EngineState {
  /** Null until questions can be answered. */
  readonly info: EngineInfo | null;
  readonly progress: LoadProgress | null;
  readonly error: Error | null;
}

/** The page's side of the engine. */
export class EngineClient {
  readonly desk: QuestionDesk;
  readonly #host: Comlink.Remote<EngineHost>;
  readonly #listeners = new Set<() => void>();
  #state: EngineState = { info: null, progress: null, error: null };

  constructor(worker: Worker) {
    const host = Comlink.wrap<EngineHost>(worker);
    this.#host = host;
    this.desk = new QuestionDesk((queries) => host.answerAll(queries));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): EngineState => this.#state;

  /** Loads the table, and follows the server from then on. Also what to do again after an error. */
  readonly load = async (): Promise<void> => {
    this.#set({ error: null });
    try {
      await this.#host.load(
        Comlink.proxy({
          info: (info: EngineInfo) => this.#set({ info }),
          progress: (progress: LoadProgress) => this.#set({ progress }),
          more: (error: string | null) => this.desk.more(error),
        }),
      );
    } catch (error) {
      this.#set({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  /** Looks whether the server has something newer: after sleep, or when the network is back. */
  readonly catchUp = (): void => void this.#host.catchUp();

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

  #set(change: Partial<EngineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export function startEngine(): EngineClient {
  return new EngineClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}
