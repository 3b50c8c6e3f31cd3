import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withImports } from '@corridor/api/src/cli/commands/with-imports.ts';
import { bringImport } from '@corridor/api/src/services/imports/bring-import.ts';
import type { ImportDeps } from '@corridor/api/src/services/imports/import-deps.ts';
import { reportImport } from '@corridor/api/src/services/imports/report-import.ts';
import { takeBackImport } from '@corridor/api/src/services/imports/take-back-import.ts';
import type { Incident } from '@corridor/domain';
import type { ImportBatch } from '@corridor/store';
import { startThrowawayPostgres } from '@corridor/store/testing';
import { PGlite } from '@electric-sql/pglite';
import { madeUcdpFile } from './made-ucdp-file.ts';

/** What is done with a file, one after the other. */
export const IMPORT_PHASES = ['read and compare', 'bring in', 'read it again, all unchanged', 'take back'] as const;

export interface ImportCost {
  readonly database: string;
  /** Milliseconds, in the order of IMPORT_PHASES. */
  readonly phases: readonly number[];
  /** Bytes that this process had in memory at most meanwhile, with the embedded database where it is that. */
  readonly peak: number;
}

export interface ImportsCost {
  readonly rows: number;
  readonly bytes: number;
  readonly databases: readonly ImportCost[];
  /** Milliseconds of `COPY` of the same lines, as text, into one table with a key, in a PGlite of its own without fsync. */
  readonly copyMs: number;
}

const BY = 'bench';

/** A made-up file through all that an import does, in databases of their own that hold the portfolio. */
export async function measureImports(incidents: readonly Incident[]): Promise<ImportsCost> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-bench-imports-'));
  const postgres = await startThrowawayPostgres();
  try {
    const text = madeUcdpFile(incidents);
    const path = join(folder, 'made-up.csv');
    await writeFile(path, text);
    const { size } = await stat(path);
    const databases = [
      await measureOne('embedded', { dataDir: join(folder, 'data') }, path, size),
      await measureOne('PostgreSQL', { dataDir: '', databaseUrl: postgres.url }, path, size),
    ];
    return { rows: incidents.length, bytes: size, databases, copyMs: await timeCopy(join(folder, 'copy'), text) };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOne(
  name: string,
  database: Parameters<typeof withImports>[0]['database'],
  path: string,
  size: number,
): Promise<ImportCost> {
  const complain = (text: string) => process.stderr.write(`${name}: ${text}\n`);
  return withImports({ complain, database }, async (deps) => {
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 50);
    try {
      return { database: name, phases: await timePhases(deps, path, size), peak };
    } finally {
      clearInterval(watch);
    }
  });
}

async function timePhases(deps: ImportDeps, path: string, size: number): Promise<readonly number[]> {
  const { runner, store } = deps;
  const file = { name: 'made-up.csv', size, mapping: null, pieces: () => createReadStream(path) };
  const begun = { file: file.name, size, mapping: null, mappingName: null, origins: [], by: BY, runner };
  const [first, second] = [await store.imports.begin(begun), await store.imports.begin(begun)];
  const read = await timed(() => reportImport(deps, first, file));
  const bring = await timed(async () =>
    bringImport(deps, await moved(deps, first, 'reported', 'committing'), file, BY),
  );
  const again = await timed(() => reportImport(deps, second, file));
  const back = await timed(async () => takeBackImport(deps, await moved(deps, first, 'committed', 'undoing'), BY));
  return [read, bring, again, back];
}

async function moved(
  { runner, store }: ImportDeps,
  id: number,
  from: ImportBatch['state'],
  to: ImportBatch['state'],
): Promise<ImportBatch> {
  await store.imports.move(id, [from], to, { runner });
  const batch = await store.imports.byId(id);
  if (batch?.state !== to) throw new Error(`Expected import ${id} to be ${to}, it is ${batch?.state}: ${batch?.fault}`);
  return batch;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timeCopy(directory: string, text: string): Promise<number> {
  const database = await PGlite.create(directory);
  try {
    await database.exec('create table line (id integer primary key, content text not null)');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line, index) => `${index}\t${escaped(line)}\n`);
    const blob = new Blob(lines);
    return await timed(() => database.query("copy line from '/dev/blob'", [], { blob }));
  } finally {
    await database.close();
  }
}

/** In the text format of COPY. */
function escaped(line: string): string {
  return line.replaceAll(/[\\\t\r]/g, (letter) => `\\${letter === '\\' ? letter : letter === '\t' ? 't' : 'r'}`);
}
