/** The table of one portfolio at one revision, as `encodeTable` gives it. */
interface KeptTable {
  readonly portfolio: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
}

const DATABASE = 'corridor-table';
const STORE = 'tables';
/** There is one entry, replaced each time. */
const ENTRY = 'table';

/**
 * The table that this browser kept, or null. Private windows, full disks and broken databases keep nothing: that costs
 * time at the next start and is no error.
 */
export async function readKeptTable(): Promise<KeptTable | null> {
  try {
    const entry: unknown = await inStore('readonly', (store) => store.get(ENTRY));
    return isKeptTable(entry) ? entry : null;
  } catch {
    return null;
  }
}

/** Returns whether it was kept. */
export async function keepTable(table: KeptTable): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(table, ENTRY));
    return true;
  } catch {
    return false;
  }
}

export async function dropKeptTable(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(ENTRY)).catch(() => undefined);
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

async function inStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = use(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('The database is in use'));
  });
}
