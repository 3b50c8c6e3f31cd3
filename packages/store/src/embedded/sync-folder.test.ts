import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { syncFolder } from './sync-folder.ts';

test('every file and folder is synced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-sync-'));
  const file = join(folder, 'a', 'b', 'file');
  await mkdir(join(folder, 'a', 'b'), { recursive: true });
  await writeFile(file, 'text');
  const handle = await open(file, 'r');
  const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
  try {
    await syncFolder(folder);
    expect(sync).toHaveBeenCalledTimes(4);
  } finally {
    sync.mockRestore();
    await handle.close();
    await rm(folder, { recursive: true });
  }
});
