import { mkdir, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApiBatch, writeApiHeader, writeApiRows } from '@corridor/importers';
import { z } from 'zod';

/** What is kept of a source that is read by its API, a folder of the data directory for its owner only. */
const FOLDER = 'api-imports';

/** The database's last import of the source. By its digest it is told from one of the same number in another database. */
export interface SpooledImport {
  readonly id: number;
  readonly digest: string;
}

export interface SpoolReading<C> {
  /** Where to go on. */
  readonly cursor: C | null;
  /** Of the file: what is there beyond was never finished. */
  readonly bytes: number;
  readonly rows: number;
  readonly isWhole: boolean;
  /** When it began: an ISO instant. */
  readonly at: string;
}

interface SpoolState<C> {
  /** Where the reading ended that is in the database; null where none is. */
  readonly committed: { readonly cursor: C; readonly import: SpooledImport } | null;
  readonly reading: SpoolReading<C> | null;
}

/** The state cannot be read: its message names the file. */
export class SpoolFault extends Error {
  override readonly name = 'SpoolFault';
}

/**
 * The rows of an API in a CSV file of the source's own columns, and beside it, in JSON, how far it was read. Rows are synced
 * to the disk before the state that counts them, and the state takes its place whole: whatever is interrupted goes on after
 * the last answer. What is committed moves on only by `commit`. One process at a time.
 */
export class ApiSpool<C> {
  readonly path: string;
  readonly #folder: string;
  readonly #statePath: string;
  readonly #columns: readonly string[];
  #state: SpoolState<C>;

  private constructor(folder: string, name: string, columns: readonly string[], state: SpoolState<C>) {
    this.path = join(folder, `${name}.csv`);
    this.#folder = folder;
    this.#statePath = join(folder, `${name}.json`);
    this.#columns = columns;
    this.#state = state;
  }

  /** With `anew` it forgets all that was read and committed. Throws SpoolFault. */
  static async open<C>(
    dataDir: string,
    name: string,
    columns: readonly string[],
    cursorSchema: z.ZodType<C>,
    anew: boolean,
  ): Promise<ApiSpool<C>> {
    const folder = join(dataDir, FOLDER);
    if (anew) await rm(join(folder, `${name}.json`), { force: true });
    return new ApiSpool(folder, name, columns, await readState(join(folder, `${name}.json`), cursorSchema));
  }

  get committed(): SpoolState<C>['committed'] {
    return this.#state.committed;
  }

  get reading(): SpoolReading<C> | null {
    return this.#state.reading;
  }

  /** Where to read on: after the last answer, else after what is committed, else, null, at the beginning. */
  get cursor(): C | null {
    return this.#state.reading ? this.#state.reading.cursor : (this.#state.committed?.cursor ?? null);
  }

  /** What is read of it already is right to the byte, or is given up; rows are read from `cursor` on after it. */
  async resume(): Promise<void> {
    const { reading } = this.#state;
    if (!reading) return;
    const size = (await stat(this.path).catch(() => null))?.size ?? 0;
    if (size < reading.bytes) await this.giveUp();
    else if (size > reading.bytes) await truncate(this.path, reading.bytes);
  }

  /** Adds what an answer gave. */
  async add({ cursor, isLast, rows }: ApiBatch<C>): Promise<void> {
    const reading = this.#state.reading ?? (await this.#begin());
    const added = Buffer.from(writeApiRows(this.#columns, rows));
    const file = await open(this.path, 'a', 0o600);
    try {
      if ((await file.stat()).size !== reading.bytes) {
        throw new SpoolFault(`${this.path} is written by another process: one at a time may read a source`);
      }
      await file.appendFile(added);
      await file.datasync();
    } finally {
      await file.close();
    }
    const bytes = reading.bytes + added.length;
    await this.#save({
      ...this.#state,
      reading: { ...reading, cursor, bytes, rows: reading.rows + rows.length, isWhole: isLast },
    });
  }

  /** The whole reading is in the database by this import; the next one asks for what changed since. */
  async commit(by: SpooledImport): Promise<void> {
    const cursor = this.#state.reading?.isWhole ? this.#state.reading.cursor : null;
    if (cursor === null) throw new RangeError('Expected a whole reading to commit');
    await this.#save({ committed: { cursor, import: by }, reading: null });
  }

  /** Forgets what was read and is not committed. */
  async giveUp(): Promise<void> {
    if (this.#state.reading) await this.#save({ ...this.#state, reading: null });
  }

  /** Forgets all: what comes next is read from the beginning. */
  async forget(): Promise<void> {
    this.#state = { committed: null, reading: null };
    await rm(this.#statePath, { force: true });
  }

  async #begin(): Promise<SpoolReading<C>> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const header = Buffer.from(writeApiHeader(this.#columns));
    await writeWhole(this.path, header);
    const at = new Date().toISOString();
    return { cursor: this.cursor, bytes: header.length, rows: 0, isWhole: false, at };
  }

  async #save(state: SpoolState<C>): Promise<void> {
    await writeWhole(this.#statePath, Buffer.from(`${JSON.stringify(state)}\n`));
    this.#state = state;
  }
}

const whole = z.number().int().min(0);

async function readState<C>(path: string, cursorSchema: z.ZodType<C>): Promise<SpoolState<C>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new SpoolFault(`${path} cannot be read: ${error.message}`);
  });
  if (text === null) return { committed: null, reading: null };
  const imported = z.strictObject({ id: whole, digest: z.string() });
  const schema = z.strictObject({
    committed: z.strictObject({ cursor: cursorSchema, import: imported }).nullable(),
    reading: z
      .strictObject({
        ...{ cursor: cursorSchema.nullable(), bytes: whole, rows: whole, isWhole: z.boolean() },
        at: z.iso.datetime(),
      })
      .nullable(),
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SpoolFault(`${path} does not say how far the source was read: with --anew all of it is read again`);
  }
}

/** The file has all of it or is as before. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.partial`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
