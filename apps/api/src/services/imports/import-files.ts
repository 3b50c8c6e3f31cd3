import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@corridor/domain';

/** Bytes that are read, and their rows mapped, at once: some ten milliseconds. */
const READ_BYTES = 64 * 1024;
const UPLOAD = 'upload-';

/** Where uploaded files wait until they are imported or given up: a folder of the data directory, for its owner only. */
export class ImportFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes what comes to a file of its own, and gives its name and size. Nothing is left of one that fails. */
  async receive(
    body: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ readonly upload: string; readonly size: number }> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const upload = `${UPLOAD}${randomUUID()}`;
    const path = join(this.#folder, upload);
    let size = 0;
    try {
      await pipeline(
        body,
        async function* (pieces: AsyncIterable<Uint8Array>) {
          for await (const piece of pieces) {
            size += piece.byteLength;
            if (size > maxBytes) throw new Problem('too-large', `A file has at most ${maxBytes} bytes.`);
            yield piece;
          }
        },
        createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
      );
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
        throw new Problem('disk-full', 'There is too little space for the file; nothing of it was kept.');
      }
      throw error;
    }
    return { upload, size };
  }

  /** Gives an upload to its batch. */
  async assign(upload: string, batch: number): Promise<void> {
    await rename(join(this.#folder, upload), this.pathOf(batch));
  }

  async discard(upload: string): Promise<void> {
    await rm(join(this.#folder, upload), { force: true });
  }

  pathOf(batch: number): string {
    return join(this.#folder, String(batch));
  }

  async has(batch: number): Promise<boolean> {
    return (await stat(this.pathOf(batch)).catch(() => null))?.isFile() === true;
  }

  async remove(batch: number): Promise<void> {
    await rm(this.pathOf(batch), { force: true });
  }

  /** Names of files that were not touched for so long. */
  async olderThan(ageMs: number): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const ages = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name)).catch(() => null))?.mtimeMs })),
    );
    return ages.flatMap(({ at, name }) => (at !== undefined && Date.now() - at > ageMs ? [name] : []));
  }
}

export function isUpload(name: string): boolean {
  return name.startsWith(UPLOAD);
}

export function piecesOf(path: string): () => AsyncIterable<Uint8Array> {
  return () => createReadStream(path, { highWaterMark: READ_BYTES });
}

/** SHA-256 in hex of a whole file. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path)()) hash.update(piece);
  return hash.digest('hex');
}
