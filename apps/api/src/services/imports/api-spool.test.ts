import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiSpool } from './api-spool.ts';

const IMPORT = { id: 7, digest: 'ab' };
const HEADER = '\uFEFF"id","text"\r\n';

describe('what is read of an API', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corridor-spool-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (anew = false) => ApiSpool.open(folder, 'source', ['id', 'text'], z.number(), anew);
  const answer = (cursor: number, ids: readonly string[], isLast = false) => ({
    ...{ cursor, isLast },
    rows: ids.map((id) => ({ id, text: `of ${id}` })),
  });
  const content = (spool: ApiSpool<number>) => readFile(spool.path, 'utf8');

  it('is there after each answer, and goes on after the last one without what was begun after it', async () => {
    const spool = await open();
    expect([spool.cursor, spool.reading, spool.committed]).toEqual([null, null, null]);
    await spool.add(answer(1, ['a']));
    await spool.add(answer(2, []));
    await appendFile(spool.path, '"b","of');
    const next = await open();
    await next.resume();
    expect(next.reading).toMatchObject({ cursor: 2, rows: 1, isWhole: false });
    await next.add(answer(3, ['b'], true));
    expect(await content(next)).toBe(`${HEADER}"a","of a"\r\n"b","of b"\r\n`);
    expect((await open()).reading).toMatchObject({ cursor: 3, rows: 2, isWhole: true });
  });

  it('moves on only where it is committed, and begins a new file then', async () => {
    const spool = await open();
    await spool.add(answer(1, ['a']));
    await expect(spool.commit(IMPORT)).rejects.toThrow('Expected a whole reading');
    await spool.giveUp();
    expect(spool.cursor).toBeNull();
    await spool.add(answer(4, ['a'], true));
    await spool.commit(IMPORT);
    const next = await open();
    expect([next.cursor, next.committed, next.reading]).toEqual([4, { cursor: 4, import: IMPORT }, null]);
    await next.add(answer(5, ['c']));
    expect(await content(next)).toBe(`${HEADER}"c","of c"\r\n`);
    await next.giveUp();
    expect(next.cursor).toBe(4);
    expect((await open(true)).cursor).toBeNull();
  });

  it('is given up where its file is not all there', async () => {
    const spool = await open();
    await spool.add(answer(1, ['a']));
    await truncate(spool.path, HEADER.length);
    const next = await open();
    await next.resume();
    expect([next.cursor, next.reading]).toEqual([null, null]);
  });

  it('is written by one process alone', async () => {
    const [one, other] = [await open(), await open()];
    await one.add(answer(1, ['a']));
    await other.resume();
    await other.add(answer(1, ['b']));
    await other.add(answer(2, ['c']));
    await expect(one.add(answer(2, ['d']))).rejects.toThrow(/source\.csv is written by another process/);
  });
});
