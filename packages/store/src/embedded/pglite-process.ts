import { Worker } from 'node:worker_threads';
import { StoreError } from '../store-error.ts';

/** How long the worker may take, in milliseconds. */
export interface PgliteLimits {
  /** For opening, which creates the database the first time. */
  readonly openMs: number;
  /** For one request: a statement, or one batch of protocol messages. */
  readonly queryMs: number;
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: StoreError) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One run of the worker thread that holds PGlite. A request without an answer within its limit ends the worker: after
 * a full disk PGlite has been seen to spin forever, and then nothing else helps. What was committed is safe on disk.
 */
export class PgliteProcess {
  readonly #worker: Worker;
  readonly #limits: PgliteLimits;
  readonly #waiting: Waiting[] = [];
  readonly #failureListeners: ((error: StoreError) => void)[] = [];
  #failure: StoreError | null = null;
  #serverVersion = '';

  private constructor(workerUrl: URL, directory: string, limits: PgliteLimits) {
    this.#worker = new Worker(workerUrl, { workerData: { directory }, name: 'pglite' });
    this.#limits = limits;
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message));
    this.#worker.on('error', (error) =>
      this.#fail(new StoreError('stopped', `PGlite failed: ${error.message}`, error)),
    );
    this.#worker.on('exit', (code) => this.#fail(new StoreError('stopped', `PGlite ended with exit code ${code}`)));
  }

  /** Starts the worker and resolves when the database is open. Creating it takes seconds, opening well under one. */
  static async start(workerUrl: URL, directory: string, limits: PgliteLimits): Promise<PgliteProcess> {
    const started = new PgliteProcess(workerUrl, directory, limits);
    await started.#answer(limits.openMs, 'opening the database');
    return started;
  }

  /** Version of the PostgreSQL that PGlite is. */
  get serverVersion(): string {
    return this.#serverVersion;
  }

  /** Calls `listener` once, when the process has ended other than by `close`. */
  onFailure(listener: (error: StoreError) => void): void {
    this.#failureListeners.push(listener);
  }

  /** Sends protocol messages and gives the server's answer to them. Answers come in the order of the requests. */
  async run(messages: Buffer): Promise<Buffer> {
    if (this.#failure) throw this.#failure;
    // A copy, since the bytes are moved to the worker and a Buffer may share its memory with others.
    const bytes = new Uint8Array(messages);
    const answer = this.#answer(this.#limits.queryMs, 'a query');
    this.#worker.postMessage(bytes, [bytes.buffer]);
    const received = await answer;
    return Buffer.from(received.buffer, received.byteOffset, received.byteLength);
  }

  /** Closes the database. A database that does not close in time is stopped: it recovers when it is opened again. */
  async close(): Promise<void> {
    if (this.#failure) return;
    const closed = this.#answer(this.#limits.queryMs, 'closing the database').catch(() => undefined);
    this.#worker.postMessage('close');
    await closed;
    this.#failure ??= new StoreError('closed', 'the database is closed');
    await this.#worker.terminate();
  }

  #answer(limitMs: number, what: string): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const giveUp = () =>
        this.#fail(new StoreError('hung', `${what} took more than ${limitMs / 1000} s: PGlite was stopped`));
      this.#waiting.push({ resolve, reject, timer: setTimeout(giveUp, limitMs) });
    });
  }

  #receive(message: WorkerMessage): void {
    const waiting = this.#waiting.shift();
    if (!waiting) return;
    clearTimeout(waiting.timer);
    if ('failed' in message) waiting.reject(new StoreError('query-failed', `PGlite reports: ${message.failed}`));
    else if ('ready' in message) {
      this.#serverVersion = message.ready;
      waiting.resolve(new Uint8Array());
    } else waiting.resolve(message.answer);
  }

  #fail(error: StoreError): void {
    if (this.#failure) return;
    this.#failure = error;
    for (const { reject, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      reject(error);
    }
    for (const listener of this.#failureListeners) listener(error);
    void this.#worker.terminate();
  }
}

/** What pglite-worker.mjs sends. */
type WorkerMessage = { readonly ready: string } | { readonly answer: Uint8Array } | { readonly failed: string };
