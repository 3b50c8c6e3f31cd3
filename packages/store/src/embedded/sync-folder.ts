import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that are open at a time. */
const AT_ONCE = 32;

/**
 * Has all files of a folder, and the names in it and in the folders below, on the disk when it resolves: they are there
 * after a loss of power. One `fsync` each.
 */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({ name, parentPath }) => join(parentPath, name));
  for (let first = 0; first < paths.length; first += AT_ONCE) {
    await Promise.all(paths.slice(first, first + AT_ONCE).map(syncPath));
  }
  await syncPath(folder);
}

/** Of a folder: the names in it. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
