import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DirectoryLock } from './directory-lock.ts';
import { describeThisProcess, type ProcessIdentity } from './process-identity.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'corridor-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Leaves a lock as another process would have, and sets how long ago that one was heard of. */
async function leaveLock(changes: Partial<ProcessIdentity>, silentSeconds = 0): Promise<void> {
  const holder = { ...(await describeThisProcess()), token: 'theirs', ...changes };
  await leaveFile(JSON.stringify(holder), silentSeconds);
}

async function leaveFile(text: string, silentSeconds: number): Promise<void> {
  const file = join(directory, 'lock.json');
  await writeFile(file, text);
  const time = new Date(Date.now() - silentSeconds * 1000);
  await utimes(file, time, time);
}

/** Above the largest process number of Linux (2^22) and macOS (99998). */
const NO_SUCH_PID = 2 ** 22 + 1;

test('is held by one at a time, and leaves nothing when released', async () => {
  const lock = await DirectoryLock.take(directory);
  await expect(DirectoryLock.take(directory)).rejects.toMatchObject({
    code: 'directory-locked',
    message: expect.stringContaining(`${directory} is in use by process ${process.pid} `),
  });
  await lock.release();
  expect(await readdir(directory)).toEqual([]);
});

test('is taken from a process that has ended', async () => {
  await leaveLock({ pid: NO_SUCH_PID });
  const lock = await DirectoryLock.take(directory);
  expect(await readFile(join(directory, 'lock.json'), 'utf8')).toContain(`"pid":${process.pid}`);
  await lock.release();
});

test('is taken when the process number belongs to a later process', async () => {
  await leaveLock({ pid: process.pid, startedAt: 'earlier' });
  await (await DirectoryLock.take(directory)).release();
  expect(await readdir(directory)).toEqual([]);
});

test.each([{ host: 'another-host' }, { pidSpace: 'another container' }])(
  'is left to a process elsewhere (%o) until that has been silent for long',
  async (elsewhere) => {
    await leaveLock({ pid: NO_SUCH_PID, ...elsewhere }, 20);
    await expect(DirectoryLock.take(directory)).rejects.toMatchObject({ code: 'directory-locked' });
    await leaveLock({ pid: NO_SUCH_PID, ...elsewhere }, 60);
    await (await DirectoryLock.take(directory)).release();
    expect(await readdir(directory)).toEqual([]);
  },
);

test('is not taken while another process is just writing it', async () => {
  await leaveFile('{"pid":', -60);
  await expect(DirectoryLock.take(directory, 100)).rejects.toMatchObject({ code: 'directory-locked' });
});

test('is taken, after a while, when a process was killed just now in writing it, or in taking it over', async () => {
  await leaveFile('', 0);
  await (await DirectoryLock.take(directory, 300)).release();
  await leaveLock({ pid: NO_SUCH_PID });
  await mkdir(join(directory, 'lock.takeover'));
  await (await DirectoryLock.take(directory, 300)).release();
  expect(await readdir(directory)).toEqual([]);
});

test('is taken when its writing was broken off', async () => {
  await leaveFile('', 60);
  await (await DirectoryLock.take(directory)).release();
  expect(await readdir(directory)).toEqual([]);
});

test('goes to exactly one of many who find it stale', async () => {
  for (let round = 0; round < 10; round++) {
    await leaveLock({ pid: NO_SUCH_PID });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => DirectoryLock.take(directory)));
    const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(taken.length).toBe(1);
    await taken[0]?.release();
  }
});

test('release leaves a lock alone that is no longer its own', async () => {
  const lock = await DirectoryLock.take(directory);
  await leaveLock({});
  await lock.release();
  expect(await readFile(join(directory, 'lock.json'), 'utf8')).toContain('theirs');
});
