import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** File in a data directory by which its owner's processes find the one that has it open, and prove that they may ask. */
const FILE = 'maintenance.json';

export interface MaintenanceAddress {
  /** On the loopback address. */
  readonly port: number;
  readonly secret: string;
}

/** Only the owner can read it. */
export async function writeAddress(dataDir: string, address: MaintenanceAddress): Promise<void> {
  const file = join(dataDir, FILE);
  const draft = `${file}.${address.port}`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(address), { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
}

/** Null if there is none, or it is not whole. */
export async function readAddress(dataDir: string): Promise<MaintenanceAddress | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dataDir, FILE), 'utf8'));
    return isAddress(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return null;
    throw error;
  }
}

export async function removeAddress(dataDir: string): Promise<void> {
  await rm(join(dataDir, FILE), { force: true });
}

function isAddress(value: unknown): value is MaintenanceAddress {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return typeof fields.get('port') === 'number' && typeof fields.get('secret') === 'string';
}
