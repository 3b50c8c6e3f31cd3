import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildChildProgram } from '../start-child-store.ts';
import { CrashFault } from './crash-fault.ts';
import { CrashRun, type RoundResult } from './crash-run.ts';
import type { CrashStorage } from './crash-storage.ts';
import { EmbeddedCrashStorage } from './embedded-crash-storage.ts';
import { ServerCrashStorage } from './server-crash-storage.ts';

export interface RoundsSettings {
  readonly rounds: number;
  readonly database: 'embedded' | 'postgres';
  readonly seed: number;
  readonly onRound: (number: number, result: RoundResult) => void;
}

/**
 * Makes the rounds and gives what each found. The first that finds a fault ends the run: CrashFault says which round of
 * which seed it was, and the database stays where it says.
 */
export async function runRounds({ database, onRound, rounds, seed }: RoundsSettings): Promise<readonly RoundResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-crash-plans-'));
  const program = await buildChildProgram(new URL('./crash-child.ts', import.meta.url));
  const storage = await openStorage(database);
  const run = new CrashRun({ storage, program: program.file, folder, seed });
  const results: RoundResult[] = [];
  try {
    for (let number = 1; number <= rounds; number++) {
      const result = await run.round();
      results.push(result);
      onRound(number, result);
    }
    await run.end();
    await storage.remove();
    return results;
  } catch (error) {
    throw error instanceof CrashFault ? located(error, run, { seed, number: results.length + 1 }) : error;
  } finally {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

function openStorage(database: RoundsSettings['database']): Promise<CrashStorage> {
  return database === 'embedded' ? EmbeddedCrashStorage.create() : ServerCrashStorage.create();
}

function located(fault: CrashFault, run: CrashRun, { seed, number }: { seed: number; number: number }): CrashFault {
  const { dataDir, databaseUrl } = run.place ?? { dataDir: '', databaseUrl: undefined };
  return new CrashFault(`round ${number} of --seed ${seed}, ${databaseUrl ?? dataDir}: ${fault.message}`);
}
