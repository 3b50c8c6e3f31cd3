import { Duplex } from 'node:stream';
import { StoreError } from '../store-error.ts';
import type { PgliteProcess } from './pglite-process.ts';
import type { Turnstile } from './turnstile.ts';

/**
 * What `pg` takes for its socket: speaks the PostgreSQL protocol (version 3) to PGlite. PGlite has one session only, so
 * a stream holds the turnstile from its first message until the server says that no transaction is open. Session state
 * (SET, prepared names, temporary tables) is shared by all streams.
 */
export class WireStream extends Duplex {
  readonly #open: () => Promise<PgliteProcess>;
  readonly #turnstile: Turnstile<WireStream>;
  #process: PgliteProcess | null = null;
  #started = false;
  /** Bytes of a message that has not arrived whole. */
  #rest: Buffer = Buffer.alloc(0);
  #work: Promise<void> = Promise.resolve();

  constructor(open: () => Promise<PgliteProcess>, turnstile: Turnstile<WireStream>) {
    super();
    this.#open = open;
    this.#turnstile = turnstile;
  }

  /** `pg` calls this in place of a socket's connect, and waits for the event of that name. */
  connect(): this {
    this.#open().then(
      (process) => {
        this.#process = process;
        this.emit('connect');
      },
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#work = this.#receive(chunk).then(() => done(), done);
  }

  /** The messages of one query at once: sent one by one they would cost a round trip to the worker each. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#turnstile.refuse(this, error ?? new StoreError('closed', 'the connection was closed'));
    this.#work.then(() => this.#leave()).then(() => done(error));
  }

  async #receive(chunk: Buffer): Promise<void> {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#started) {
      this.#rest = this.#takeStartup(bytes);
      return;
    }
    const end = endOfWholeMessages(bytes);
    this.#rest = bytes.subarray(end);
    if (end > 0) await this.#exchange(bytes.subarray(0, end));
  }

  /** Answers the start-up message, which has no type byte, in the server's place. Gives what follows it. */
  #takeStartup(bytes: Buffer): Buffer {
    if (bytes.length < 4 || bytes.length < bytes.readInt32BE(0)) return bytes;
    this.#started = true;
    this.push(greeting(this.#process?.serverVersion ?? ''));
    return bytes.subarray(bytes.readInt32BE(0));
  }

  async #exchange(messages: Buffer): Promise<void> {
    if (messages[0] === TERMINATE) {
      await this.#leave();
      this.push(null);
      return;
    }
    if (!this.#process) throw new StoreError('closed', 'the connection is not open');
    await this.#turnstile.enter(this);
    const answer = await this.#process.run(messages);
    if (answer.length > 0 && !this.destroyed) this.push(answer);
    if (isIdle(answer)) this.#turnstile.leave(this);
  }

  /** Rolls back what this stream left open, and lets the next one in. */
  async #leave(): Promise<void> {
    if (!this.#turnstile.holds(this)) return;
    // A Sync first: without it the server ignores everything after a failed extended query.
    const rollback = Buffer.concat([message('S', ''), message('Q', 'ROLLBACK\0')]);
    await this.#process?.run(rollback).catch(() => undefined);
    this.#turnstile.leave(this);
  }
}

/** Type byte of the message Terminate, 'X'. */
const TERMINATE = 0x58;

/** Authentication ok, the parameters that clients ask for, a key, and ready for a query. */
function greeting(serverVersion: string): Buffer {
  const parameters = {
    server_version: serverVersion,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    message('R', '\0\0\0\0'),
    ...Object.entries(parameters).map(([name, value]) => message('S', `${name}\0${value}\0`)),
    message('K', '\0'.repeat(8)),
    message('Z', 'I'),
  ]);
}

/** Type byte, length with itself (4 bytes, big-endian), body. */
function message(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.write(type, 0);
  bytes.writeInt32BE(bytes.length - 1, 1);
  bytes.write(body, 5);
  return bytes;
}

function endOfWholeMessages(bytes: Buffer): number {
  let end = 0;
  while (bytes.length - end >= 5) {
    const next = end + 1 + bytes.readInt32BE(end + 1);
    if (next > bytes.length) break;
    end = next;
  }
  return end;
}

/** Whether an answer ends with ReadyForQuery, status idle: `Z`, length 5, `I`. */
function isIdle(answer: Buffer): boolean {
  return answer.length >= 6 && answer.subarray(-6).equals(IDLE);
}
const IDLE = message('Z', 'I');
