import type { Answer, Query } from '@corridor/domain';
import * as Comlink from 'comlink';
import type { EngineHost, EngineInfo, LoadProgress } from './protocol.ts';

interface Pending {
  readonly query: Query;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The page's side of the engine. One question is under way at a time; those given up while they wait are never
 * sent, so dragging leaves no queue of stale work behind.
 */
export class EngineClient {
  readonly #host: Comlink.Remote<EngineHost>;
  readonly #waiting: Pending[] = [];
  #busy = false;

  constructor(worker: Worker) {
    this.#host = Comlink.wrap<EngineHost>(worker);
  }

  load(onProgress: (progress: LoadProgress) => void): Promise<EngineInfo> {
    return this.#host.load(Comlink.proxy(onProgress));
  }

  /** Answers a query in the worker. Rejects with an AbortError when `signal` gives it up first. */
  answer(query: Query, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, signal, resolve, reject });
      void this.#next();
    });
  }

  async #next(): Promise<void> {
    if (this.#busy) return;
    const pending = this.#waiting.shift();
    if (!pending) return;
    if (pending.signal?.aborted) {
      pending.reject(pending.signal.reason);
      return this.#next();
    }
    this.#busy = true;
    try {
      pending.resolve(await this.#host.answer(pending.query));
    } catch (error) {
      pending.reject(error);
    }
    this.#busy = false;
    return this.#next();
  }
}

export function startEngine(): EngineClient {
  return new EngineClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}
