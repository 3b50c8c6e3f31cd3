import type { PoolConfig } from 'pg';
import { StoreError } from '../store-error.ts';
import { type PgliteLimits, PgliteProcess } from './pglite-process.ts';
import { Turnstile } from './turnstile.ts';
import { WireStream } from './wire-stream.ts';

export interface EmbeddedPostgresSettings {
  readonly workerUrl: URL;
  /** Directory of the database's own files. One process at a time: the caller holds the lock. */
  readonly directory: string;
  readonly limits: PgliteLimits;
  readonly onWarning: (message: string) => void;
}

/**
 * PGlite as a server that `pg` connects to. When the worker hangs or ends, every connection fails with that error, and
 * the next one starts a new worker, which recovers the database from its log.
 */
export class EmbeddedPostgres {
  readonly #settings: EmbeddedPostgresSettings;
  readonly #turnstile = new Turnstile<WireStream>();
  readonly #streams = new Set<WireStream>();
  #process: Promise<PgliteProcess> | null = null;
  #closed = false;

  constructor(settings: EmbeddedPostgresSettings) {
    this.#settings = settings;
  }

  /** What makes a pg.Pool talk to this database. */
  poolConfig(): PoolConfig {
    return { stream: () => this.#connection(), user: 'postgres', database: 'postgres', ssl: false };
  }

  /** Ends the worker. The pool must be ended before. */
  async close(): Promise<void> {
    this.#closed = true;
    const process = await this.#process?.catch(() => null);
    await process?.close();
  }

  #connection(): WireStream {
    const stream = new WireStream(() => this.#running(), this.#turnstile);
    this.#streams.add(stream);
    stream.once('close', () => this.#streams.delete(stream));
    return stream;
  }

  #running(): Promise<PgliteProcess> {
    if (this.#closed) return Promise.reject(new StoreError('closed', 'the store is closed'));
    this.#process ??= this.#start();
    return this.#process;
  }

  async #start(): Promise<PgliteProcess> {
    const { workerUrl, directory, limits, onWarning } = this.#settings;
    try {
      const process = await PgliteProcess.start(workerUrl, directory, limits);
      process.onFailure((error) => {
        this.#process = null;
        onWarning(error.message);
        for (const stream of this.#streams) stream.destroy(error);
      });
      return process;
    } catch (error) {
      this.#process = null;
      throw error;
    }
  }
}
