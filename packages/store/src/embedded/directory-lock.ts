import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import { describeThisProcess, isGone, type ProcessIdentity } from './process-identity.ts';

/** File in the data directory that names the process which has it open. */
const LOCK_FILE = 'lock.json';
/** Directory whose existence means that somebody is removing a stale lock. */
const TAKEOVER = 'lock.takeover';
const HEARTBEAT_MS = 5_000;
/** A holder on another host, or in another container, is gone when it has been silent for this long. */
const SILENT_MS = 30_000;
/** A takeover, or writing a lock file, takes milliseconds: after this long its process has died in it. */
const ABANDONED_MS = 10_000;
/** How often it is tried, and for how long after what was abandoned counts as such. */
const TRY_MS = 100;
const MORE_MS = 2_000;

interface Holder extends ProcessIdentity {
  readonly token: string;
}

/**
 * Keeps a data directory to one process. PGlite has no lock of its own, and two processes on one directory destroy
 * each other's data without a word. A lock whose process is gone (SIGKILL, power) is taken over.
 */
export class DirectoryLock {
  readonly #file: string;
  readonly #token: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /**
   * Throws StoreError `directory-locked`, naming directory and process, when another one has it. Waits for a process that
   * is just taking it or, killed in that moment, left it half taken: until `abandonedMs` have passed and a little longer.
   */
  static async take(directory: string, abandonedMs = ABANDONED_MS): Promise<DirectoryLock> {
    const file = join(directory, LOCK_FILE);
    const holder: Holder = { ...(await describeThisProcess()), token: randomUUID() };
    const deadline = performance.now() + abandonedMs + MORE_MS;
    while (performance.now() < deadline) {
      if (await create(file, holder)) return new DirectoryLock(file, holder.token);
      const isRemoved = (await checkStale(directory, abandonedMs)) && (await removeStale(directory, abandonedMs));
      if (!isRemoved) await sleep(TRY_MS);
    }
    throw new StoreError('directory-locked', `${directory} is being opened by another process: try again`);
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    const holder = await readHolder(this.#file);
    if (holder?.token === this.#token) await rm(this.#file, { force: true });
  }

  /** Only the time of the file counts; that it cannot be set now and then does not matter. */
  async #beat(): Promise<void> {
    const now = new Date();
    await utimes(this.#file, now, now).catch(() => undefined);
  }
}

async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** True: the lock is stale. False: it just went away, or is just being written. Throws when its process lives. */
async function checkStale(directory: string, abandonedMs: number): Promise<boolean> {
  const file = join(directory, LOCK_FILE);
  const silentMs = await ageOf(file);
  if (silentMs === null) return false;
  const holder = await readHolder(file);
  if (!holder) return silentMs > abandonedMs;
  if (await isGone(holder, silentMs > SILENT_MS)) return true;
  throw new StoreError(
    'directory-locked',
    `${directory} is in use by process ${holder.pid} on ${holder.host}: stop it, or use another data directory`,
  );
}

/**
 * Under the takeover mark, so that of two processes that find a stale lock none removes the other's new one. False: somebody
 * else has the mark.
 */
async function removeStale(directory: string, abandonedMs: number): Promise<boolean> {
  const mark = join(directory, TAKEOVER);
  try {
    await mkdir(mark);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const age = await ageOf(mark);
    if (age !== null && age > abandonedMs) await rmdir(mark).catch(() => undefined);
    return false;
  }
  try {
    if (await checkStale(directory, abandonedMs)) await rm(join(directory, LOCK_FILE), { force: true });
    return true;
  } finally {
    await rmdir(mark).catch(() => undefined);
  }
}

async function ageOf(path: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Null if there is no lock file, or it is not (yet) whole. */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isHolder(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    typeof fields.get('pid') === 'number' &&
    ['host', 'pidSpace', 'startedAt', 'token'].every((name) => typeof fields.get(name) === 'string')
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
