const DATABASE = 'corridor-table';
const STORE = 'tables';

/**
 * What this browser kept under a name, or null. Private windows, full disks and broken databases keep nothing: that costs
 * time at the next start and is no error.
 */
export async function readEntry(name: string): Promise<unknown> {
  try {
    return await inStore('readonly', (store) => store.get(name));
  } catch {
    return null;
  }
}

/** Keeps it in place of what had the name. Returns whether it was kept. */
export async function keepEntry(name: string, entry: unknown): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(entry, name));
    return true;
  } catch {
    return false;
  }
}

export async function dropEntries(): Promise<void> {
  await inStore('readwrite', (store) => store.clear()).catch(() => undefined);
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
