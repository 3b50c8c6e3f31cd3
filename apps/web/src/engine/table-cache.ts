import { keepEntry, readEntry } from './kept-entries.ts';

/** The table of one portfolio at one revision, as `encodeTable` gives it. */
interface KeptTable {
  readonly portfolio: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
}

/** There is one entry, replaced each time. */
const ENTRY = 'table';

/** The table that this browser kept, or null. */
export async function readKeptTable(): Promise<KeptTable | null> {
  const entry = await readEntry(ENTRY);
  return isKeptTable(entry) ? entry : null;
}

/** Returns whether it was kept. */
export function keepTable(table: KeptTable): Promise<boolean> {
  return keepEntry(ENTRY, table);
}

function isKeptTable(entry: unknown): entry is KeptTable {
  return (
    entry !== null &&
    typeof entry === 'object' &&
    'portfolio' in entry &&
    typeof entry.portfolio === 'string' &&
    'revision' in entry &&
    typeof entry.revision === 'number' &&
    'bytes' in entry &&
    entry.bytes instanceof Uint8Array
  );
}
