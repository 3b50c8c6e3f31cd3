import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { precompress } from './precompress.mjs';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-precompress-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/large.js'), SCRIPT);
  await writeFile(join(folder, 'assets/small.js'), 'export {};');
  await writeFile(join(folder, 'assets/font.woff2'), SCRIPT);
  await precompress(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes both forms beside a large text file, with its content', async () => {
  expect(brotliDecompressSync(await readFile(join(folder, 'assets/large.js.br'))).toString()).toBe(SCRIPT);
  expect(gunzipSync(await readFile(join(folder, 'assets/large.js.gz'))).toString()).toBe(SCRIPT);
});

it('leaves small files and files that are compressed already alone', async () => {
  expect((await readdir(join(folder, 'assets'))).sort()).toEqual([
    'font.woff2',
    'large.js',
    'large.js.br',
    'large.js.gz',
    'small.js',
  ]);
});
