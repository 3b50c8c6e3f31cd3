import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportFault, type Mapping } from '@corridor/importers';
import { bringImport } from '../../services/imports/bring-import.ts';
import type { ImportDeps } from '../../services/imports/import-deps.ts';
import { digestOf, piecesOf } from '../../services/imports/import-files.ts';
import type { ReadableFile } from '../../services/imports/read-pieces.ts';
import { reportImport } from '../../services/imports/report-import.ts';
import { showImport } from '../../services/imports/show-import.ts';
import { takeBackImport } from '../../services/imports/take-back-import.ts';
import { writeIssues } from '../../services/imports/write-issues.ts';
import { type CommandContext, CommandError } from './command.ts';
import { printImport } from './print-import.ts';
import { OPERATOR } from './with-imports.ts';

/** Options of every command that imports. */
export const IMPORT_OPTIONS = {
  commit: { type: 'boolean' },
  'bring-duplicates': { type: 'boolean' },
  issues: { type: 'string' },
} as const;

interface ImportChoices {
  readonly commit?: boolean | undefined;
  readonly 'bring-duplicates'?: boolean | undefined;
  /** Where all issues are written, as the operator gave it. */
  readonly issues?: string | undefined;
}

/** How a table in no known format is read, and the name under which that was saved. */
interface NamedMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

/** Reports what a file would bring and, where it is told to, brings it in. Gives the number of the import. */
export async function importFrom(
  deps: ImportDeps,
  path: string,
  named: NamedMapping | null,
  choices: ImportChoices,
  context: CommandContext,
): Promise<number> {
  const { size } = await stat(path).catch((error: Error) => {
    throw new CommandError(`${path} cannot be read: ${error.message}`);
  });
  const file = { name: basename(path), size, mapping: named?.mapping ?? null, pieces: piecesOf(path) };
  const id = await report(deps, file, named?.name ?? null, context);
  if (choices.issues !== undefined) await saveIssues(deps, id, context.pathOf(choices.issues));
  printImport(await showImport(deps.store, id), context);
  if (choices.commit) await commit(deps, id, path, file, choices['bring-duplicates'] ?? false, context);
  else context.print('Nothing is written yet: the same with --commit brings it in.');
  return id;
}

async function report(
  deps: ImportDeps,
  file: ReadableFile,
  mappingName: string | null,
  { progress }: CommandContext,
): Promise<number> {
  const { mapping, name, size } = file;
  const id = await deps.store.imports.begin({
    file: name,
    size,
    mapping,
    mappingName,
    origins: mapping ? [mapping.origin] : [],
    by: OPERATOR,
    runner: deps.runner,
  });
  const say = progressOf('Reading', size, progress);
  try {
    await reportImport(deps, id, file, say);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    await deps.store.imports.move(id, ['reading'], 'failed', { runner: deps.runner, fault });
    throw error instanceof ImportFault ? new CommandError(`${name} cannot be imported: ${fault}`) : error;
  } finally {
    progress('');
  }
  return id;
}

async function commit(
  deps: ImportDeps,
  id: number,
  path: string,
  file: ReadableFile,
  bringsDuplicates: boolean,
  context: CommandContext,
): Promise<void> {
  const { imports } = deps.store;
  if ((await digestOf(path)) !== (await imports.byId(id))?.digest) {
    throw new CommandError(`${path} has changed since it was read: nothing was brought in`);
  }
  await imports.move(id, ['reported'], 'committing', { runner: deps.runner, bringsDuplicates });
  const batch = await imports.byId(id);
  if (!batch) throw new RangeError(`Expected import ${id}`);
  const began = performance.now();
  try {
    await bringImport(deps, batch, file, OPERATOR, progressOf('Bringing in', file.size, context.progress));
  } catch (error) {
    await imports.move(id, ['committing'], 'cancelling', { runner: deps.runner, fault: 'it could not be brought in' });
    await takeBackHalfDone(deps, context);
    throw error;
  } finally {
    context.progress('');
  }
  const done = await imports.byId(id);
  const seconds = (performance.now() - began) / 1000;
  const rows = done?.rowsDone ?? 0;
  context.print(`It is in: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second.`);
  context.print(`To take it back: npm run corridor -- import-undo ${id}`);
}

/** A command that was killed left its import half done, and its file may be gone: what of it is in is taken back. */
export async function takeBackHalfDone(deps: ImportDeps, { complain }: CommandContext): Promise<void> {
  const { runner, store } = deps;
  const isAlone = store.kind === 'embedded';
  for (const batch of await store.imports.running()) {
    if (
      batch.by !== OPERATOR ||
      !(await store.imports.takeOver(batch.id, batch.state, runner, isAlone ? 0 : SILENT_MS))
    )
      continue;
    const fault = 'the program ended midway';
    await store.imports.move(batch.id, ['reading'], 'failed', { runner, fault });
    await store.imports.move(batch.id, ['committing'], 'cancelling', { runner, fault });
    const standing = await store.imports.byId(batch.id);
    if (!standing || standing.state === 'failed') continue;
    complain(`Taking back import ${batch.id}, which was left half done …`);
    await takeBackImport(deps, standing, OPERATOR);
  }
}

const SILENT_MS = 60_000;

async function saveIssues({ store }: ImportDeps, id: number, path: string): Promise<void> {
  await pipeline(writeIssues(store.imports, id), createWriteStream(path, { flags: 'wx' })).catch((error: Error) => {
    throw new CommandError(`${path} cannot be written: ${error.message}`);
  });
}

/** One line: how far, how fast, and how long it will take. */
function progressOf(
  what: string,
  size: number,
  show: (text: string) => void,
): (rowsDone: number, bytesDone: number) => void {
  const began = performance.now();
  return (rowsDone, bytesDone) => {
    const seconds = (performance.now() - began) / 1000;
    const left = bytesDone === 0 ? 0 : (seconds * (size - bytesDone)) / bytesDone;
    show(`${what}: ${rowsDone} rows, ${Math.round(rowsDone / seconds)} a second, ${Math.ceil(left)} s left …`);
  };
}
