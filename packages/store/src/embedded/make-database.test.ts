import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildChildProgram, type ChildProgram, ChildStore } from '../testing/start-child-store.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';

const quiet = () => undefined;

let home: string;
let program: ChildProgram;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'corridor-make-'));
  program = await buildChildProgram(new URL('../testing/child-store.ts', import.meta.url));
});
afterAll(async () => {
  await program.remove();
  await rm(home, { recursive: true, force: true });
});

async function openAndClose(dataDir: string): Promise<void> {
  const store = await openEmbeddedStore({ dataDir, onWarning: quiet });
  expect(await store.isEmpty()).toBe(true);
  await store.close();
}

test.each(['PG_VERSION', 'global/pg_control', 'postmaster.pid'])(
  'starts anew after a kill of the first start as %s was made',
  { timeout: 120_000 },
  async (file) => {
    const dataDir = await mkdtemp(join(home, 'killed-'));
    const child = ChildStore.start(program.file, 'hold', dataDir);
    while (!existsSync(join(dataDir, 'postgres.unfinished', file)) && child.outcome === null) await sleep(1);
    await child.kill();
    expect(child.outcome).toBe('SIGKILL');
    expect(await readdir(dataDir)).not.toContain('postgres');
    await openAndClose(dataDir);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  },
);

test('opens a database whose last process was killed as it wrote its number', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(home, 'numberless-'));
  await openAndClose(dataDir);
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), '');
  await openAndClose(dataDir);
});
