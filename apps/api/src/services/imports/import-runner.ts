import { type ImportState, Problem } from '@corridor/domain';
import { ImportFault, mappingSchema } from '@corridor/importers';
import type { ImportBatch, JsonObject } from '@corridor/store';
import { bringImport } from './bring-import.ts';
import type { ImportDeps } from './import-deps.ts';
import { digestOf, type ImportFiles, isUpload, piecesOf } from './import-files.ts';
import type { ReadableFile } from './read-pieces.ts';
import { reportImport } from './report-import.ts';
import { takeBackImport } from './take-back-import.ts';

/** How long another process is silent before its work is taken over, where its file is here, and where it is not. */
const SILENT_MS = 60_000;
const SILENT_ELSEWHERE_MS = 600_000;
/** How long a report waits for somebody to commit it. */
const KEPT_MS = 24 * 3_600_000;
const SWEEP_MS = 30_000;

interface Uploaded {
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly mapping: { readonly name: string | null; readonly mapping: JsonObject } | null;
  readonly by: string;
}

interface ImportRunnerOptions {
  readonly deps: ImportDeps;
  readonly files: ImportFiles;
  readonly maxBytes: number;
  readonly onError: (error: unknown) => void;
}

/** The server ends: what is under way is gone on with at the next start. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

/** Reads, commits and takes back imports in the background, one at a time. */
export class ImportRunner {
  readonly #options: ImportRunnerOptions;
  readonly #sweeping: NodeJS.Timeout;
  #stopping = false;
  #tail: Promise<void> = Promise.resolve();

  constructor(options: ImportRunnerOptions) {
    this.#options = options;
    this.#sweeping = setInterval(() => void this.recover(), SWEEP_MS);
    this.#sweeping.unref();
  }

  /** Takes a file in and begins to read it. Gives its id. */
  async receive({ body, by, mapping, name }: Uploaded): Promise<number> {
    const { deps, files, maxBytes } = this.#options;
    const { size, upload } = await files.receive(body, maxBytes);
    try {
      if (size === 0) throw new Problem('invalid-body', 'The file is empty.', [{ name: 'body', reason: 'is a file' }]);
      const id = await deps.store.imports.begin({
        ...{ file: name, size, by, runner: deps.runner },
        ...{ mapping: mapping?.mapping ?? null, mappingName: mapping?.name ?? null },
        origins: mapping ? [mappingSchema.parse(mapping.mapping).origin] : [],
      });
      await files.assign(upload, id);
      this.#run(id, (batch) => this.#read(batch));
      return id;
    } catch (error) {
      await files.discard(upload);
      throw error;
    }
  }

  async commit(id: number, by: string, bringsDuplicates: boolean): Promise<void> {
    const { deps, files } = this.#options;
    const batch = await this.#byId(id);
    if (batch.state === 'reported' && !(await files.has(id))) {
      throw new Problem('conflict', `The file of import ${id} is not here any more: upload it again.`);
    }
    await this.#move(batch, ['reported'], 'committing', { runner: deps.runner, bringsDuplicates });
    this.#run(id, (committing) => this.#commit(committing, by));
  }

  /** Gives up what is not committed yet; what of it is in already is taken back. */
  async cancel(id: number, by: string): Promise<void> {
    const { deps, files } = this.#options;
    const batch = await this.#byId(id);
    const { runner } = deps;
    if (await deps.store.imports.move(id, ['reading', 'reported'], 'cancelled', { runner })) {
      await files.remove(id);
      return;
    }
    await this.#move(batch, ['committing'], 'cancelling', { runner });
    this.#run(id, (cancelling) => this.#takeBack(cancelling, by));
  }

  async undo(id: number, by: string): Promise<void> {
    await this.#move(await this.#byId(id), ['committed'], 'undoing', { runner: this.#options.deps.runner });
    this.#run(id, (undoing) => this.#takeBack(undoing, by));
  }

  /**
   * Goes on with what a process left half done: what was being read failed, what was being committed is gone on with, or
   * taken back where its file is gone. Also gives up reports that nobody committed. Called at the start and now and then.
   */
  async recover(): Promise<void> {
    try {
      const { deps } = this.#options;
      for (const batch of await deps.store.imports.running()) {
        if (batch.runner !== deps.runner) await this.#takeOver(batch);
      }
      await this.#sweep();
    } catch (error) {
      if (!this.#stopping) this.#options.onError(error);
    }
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    for (let tail: Promise<void> | null = null; tail !== this.#tail; ) {
      tail = this.#tail;
      await tail;
    }
  }

  /** Ends within a piece; what is under way stays as it is for the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#sweeping);
    await this.idle();
  }

  async #byId(id: number): Promise<ImportBatch> {
    const batch = await this.#options.deps.store.imports.byId(id);
    if (!batch) throw new Problem('not-found', `There is no import ${id}.`);
    return batch;
  }

  async #move(
    { id }: ImportBatch,
    from: readonly ImportState[],
    to: ImportState,
    change: { readonly runner: string; readonly bringsDuplicates?: boolean },
  ): Promise<void> {
    if (await this.#options.deps.store.imports.move(id, from, to, change)) return;
    const { state } = await this.#byId(id);
    throw new Problem('conflict', `Import ${id} is ${state}; this needs one that is ${from.join(' or ')}.`);
  }

  /** Work takes turns; what it throws ends it and nothing else. */
  #run(id: number, work: (batch: ImportBatch) => Promise<void>): void {
    this.#tail = this.#tail.then(async () => {
      if (this.#stopping) return;
      try {
        await work(await this.#byId(id));
      } catch (error) {
        if (!this.#stopping) this.#options.onError(error);
      }
    });
  }

  async #read(batch: ImportBatch): Promise<void> {
    const { deps, files } = this.#options;
    try {
      await reportImport(deps, batch.id, this.#fileOf(batch));
    } catch (error) {
      if (this.#stopping) throw error;
      const isFault = error instanceof ImportFault;
      const fault = isFault ? error.message : 'the file could not be compared: the log of the server says why';
      await deps.store.imports.move(batch.id, ['reading'], 'failed', { runner: deps.runner, fault });
      await files.remove(batch.id);
      if (!isFault) throw error;
    }
  }

  async #commit(batch: ImportBatch, by: string = batch.by): Promise<void> {
    const { deps, files } = this.#options;
    try {
      if (await bringImport(deps, batch, this.#fileOf(batch), by)) await files.remove(batch.id);
    } catch (error) {
      if (this.#stopping) throw error;
      await this.#giveUp(batch, 'it could not be brought in: the log of the server says why');
      throw error;
    }
  }

  async #giveUp(batch: ImportBatch, fault: string): Promise<void> {
    const { deps } = this.#options;
    const moved = await deps.store.imports.move(batch.id, ['committing'], 'cancelling', { runner: deps.runner, fault });
    if (moved) await this.#takeBack(await this.#byId(batch.id));
  }

  async #takeBack(batch: ImportBatch, by: string = batch.by): Promise<void> {
    await takeBackImport(this.#options.deps, batch, by, () => this.#checkStopping());
    await this.#options.files.remove(batch.id);
  }

  async #takeOver(batch: ImportBatch): Promise<void> {
    const { deps, files } = this.#options;
    const isHere = await files.has(batch.id);
    const silentMs = deps.store.kind === 'embedded' ? 0 : isHere ? SILENT_MS : SILENT_ELSEWHERE_MS;
    if (!(await deps.store.imports.takeOver(batch.id, batch.state, deps.runner, silentMs))) return;
    if (batch.state === 'reading') {
      const fault = 'the server ended while it read the file: upload it again';
      await deps.store.imports.move(batch.id, ['reading'], 'failed', { runner: deps.runner, fault });
      await files.remove(batch.id);
      return;
    }
    if (batch.state !== 'committing') return this.#run(batch.id, (standing) => this.#takeBack(standing));
    const isSame = isHere && (await digestOf(files.pathOf(batch.id))) === batch.digest;
    if (isSame) return this.#run(batch.id, (standing) => this.#commit(standing));
    this.#run(batch.id, (standing) => this.#giveUp(standing, 'the program ended midway, and its file is gone'));
  }

  async #sweep(): Promise<void> {
    const { deps, files } = this.#options;
    for (const name of await files.olderThan(KEPT_MS)) {
      if (isUpload(name)) await files.discard(name);
      const id = Number(name);
      if (!Number.isSafeInteger(id) || id <= 0) continue;
      const fault = 'nobody committed it within a day: upload it again';
      await deps.store.imports.move(id, ['reported'], 'cancelled', { runner: deps.runner, fault });
      const state = (await deps.store.imports.byId(id))?.state;
      if (state !== 'committing' && state !== 'reading') await files.remove(id);
    }
  }

  #fileOf({ file, id, mapping, size }: ImportBatch): ReadableFile {
    const pieces = piecesOf(this.#options.files.pathOf(id));
    const check = () => this.#checkStopping();
    async function* checked(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces()) {
        check();
        yield piece;
      }
    }
    return { name: file, size, mapping: mapping && mappingSchema.parse(mapping), pieces: checked };
  }

  #checkStopping(): void {
    if (this.#stopping) throw new Stopping();
  }
}
