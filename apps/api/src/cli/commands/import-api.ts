import { ApiFault } from '@corridor/importers';
import { ApiSpool, SpoolFault } from '../../services/imports/api-spool.ts';
import type { ImportDeps } from '../../services/imports/import-deps.ts';
import { type ApiSource, acledSource, ucdpSource } from './api-source.ts';
import { type Command, type CommandContext, CommandError, UsageError } from './command.ts';
import { IMPORT_OPTIONS, importFrom, takeBackHalfDone } from './import-from.ts';
import { takeArguments } from './take-arguments.ts';
import { withImports } from './with-imports.ts';

const OPTIONS = {
  ...IMPORT_OPTIONS,
  country: { type: 'string' },
  release: { type: 'string' },
  anew: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof takeArguments<typeof OPTIONS>>['values'];

/** How long what was read and not committed is taken for what the source has. */
const KEPT_MS = 24 * 3_600_000;

export const importApi: Command = {
  usage: 'acled|ucdp [--country ONE] [--release 25.1] [--anew] [--commit] [--bring-duplicates] [--issues CSV]',
  summary:
    'Says what the API of a source has that is new, by your own credentials; with --commit also brings it in. The server must not run.',
  async run(args, context) {
    const { files, values } = takeArguments(args, OPTIONS, { atLeast: 0, atMost: 1 });
    const [name] = files;
    if (name === 'acled') await importSource(acledSource(values, context), values, context);
    else if (name === 'ucdp') await importSource(ucdpSource(values, context), values, context);
    else throw new UsageError(name === undefined ? 'acled or ucdp is missing' : `"${name}" is neither acled nor ucdp`);
    return 0;
  },
};

async function importSource<C>(source: ApiSource<C>, values: Values, context: CommandContext): Promise<void> {
  await withImports(context, async (deps) => {
    await takeBackHalfDone(deps, context);
    const done = await deps.store.imports.alone(source.name, () => readAndImport(deps, source, values, context));
    if (!done) throw new CommandError(`${source.label} is being read into this database by another process`);
  });
}

async function readAndImport<C>(
  deps: ImportDeps,
  source: ApiSource<C>,
  values: Values,
  context: CommandContext,
): Promise<void> {
  try {
    const spool = await openSpool(deps, source, values, context);
    await readAll(deps, source, spool, context);
    await importAll(deps, source, spool, values, context);
  } catch (error) {
    throw error instanceof SpoolFault ? new CommandError(error.message) : error;
  }
}

async function openSpool<C>(
  { store }: ImportDeps,
  { columns, cursorSchema, label, name }: ApiSource<C>,
  { anew }: Values,
  { complain, database, print }: CommandContext,
): Promise<ApiSpool<C>> {
  const spool = await ApiSpool.open(database.dataDir, name, columns, cursorSchema, anew ?? false);
  await spool.resume();
  const { committed } = spool;
  const last = committed && (await store.imports.byId(committed.import.id));
  if (committed && last?.digest !== committed.import.digest) {
    complain(`Import ${committed.import.id}, the last one from ${label}, is not in this database: all is read again.`);
    await spool.forget();
  } else if (last?.state === 'undone') {
    complain(`Import ${last.id}, the last one from ${label}, was undone: with --anew all is read again.`);
  }
  if (spool.reading?.isWhole && Date.now() - Date.parse(spool.reading.at) > KEPT_MS) await spool.giveUp();
  if (spool.reading) {
    const { at, isWhole, rows } = spool.reading;
    print(
      `${rows} rows are here since ${at}${isWhole ? ', and are not asked for again' : ': reading goes on after them'}.`,
    );
  }
  return spool;
}

/** Reads what is not read yet. Where it fails, what was read is kept. */
async function readAll<C>(
  { store }: ImportDeps,
  source: ApiSource<C>,
  spool: ApiSpool<C>,
  { progress }: CommandContext,
): Promise<void> {
  if (spool.reading?.isWhole) return;
  const { label, origin, variables } = source;
  const knowsEvents = origin !== null && (await store.keysOfOrigins((one) => one === origin)).length > 0;
  const say = () => progress(`Reading ${label}: ${spool.reading?.rows ?? 0} rows …`);
  try {
    say();
    for await (const batch of source.read(spool.cursor, knowsEvents)) {
      await spool.add(batch);
      say();
    }
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const why = error.code === 'credentials' ? `: see ${variables}` : '';
    const kept = spool.reading ? `; ${spool.reading.rows} rows are kept, and the same command goes on after them` : '';
    throw new CommandError(`${error.message}${why}${kept}`);
  } finally {
    progress('');
  }
}

async function importAll<C>(
  deps: ImportDeps,
  { label, what }: ApiSource<C>,
  spool: ApiSpool<C>,
  values: Values,
  context: CommandContext,
): Promise<void> {
  const { committed, reading } = spool;
  if (!reading?.rows) {
    if (!committed) await spool.giveUp();
    if (!committed) throw new CommandError(`${label} has no ${what}`);
    if (values.commit && reading) await spool.commit(committed.import);
    context.print(`${label} has nothing new since import ${committed.import.id}.`);
    return;
  }
  const id = await importFrom(deps, spool.path, null, values, context);
  const batch = await deps.store.imports.byId(id);
  if (batch?.state === 'committed') await spool.commit({ id, digest: batch.digest ?? '' });
}
