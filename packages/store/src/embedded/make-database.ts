import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type PgliteLimits, PgliteProcess } from './pglite-process.ts';
import { syncFolder, syncPath } from './sync-folder.ts';

/** Where the database's own files are, in a data directory. */
export const DATABASE_FOLDER = 'postgres';
/** Where they are while they are made: of a process that was killed meanwhile, this is left. */
const UNFINISHED_FOLDER = 'postgres.unfinished';
/** Each PostgreSQL directory has it, and it names its owner. */
const PID_FILE = 'postmaster.pid';

/**
 * Makes the database of a data directory unless there is one, so that no start can find a half-made one, not even
 * after a loss of power, and gives its directory. The caller holds the directory's lock. Takes seconds the first time.
 */
export async function makeDatabase(dataDir: string, workerUrl: URL, limits: PgliteLimits): Promise<string> {
  const directory = join(dataDir, DATABASE_FOLDER);
  const unfinished = join(dataDir, UNFINISHED_FOLDER);
  await rm(unfinished, { recursive: true, force: true });
  if (!(await exists(join(directory, 'PG_VERSION')))) {
    const process = await PgliteProcess.start(workerUrl, unfinished, limits);
    await process.close();
    await syncFolder(unfinished);
    await rename(unfinished, directory);
    await syncPath(dataDir);
  }
  // The lock says whose the directory is. A process killed as it wrote this file leaves it empty, and PostgreSQL opens no
  // database beside an empty one.
  await rm(join(directory, PID_FILE), { force: true });
  return directory;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
