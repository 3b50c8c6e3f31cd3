import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from './start-server.ts';

/** Says in a file how it was called, as a server that is ready at once. */
const READY = `
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const { HOST, PORT, DATA_DIR, DATABASE_URL, RECORD } = process.env;
writeFileSync(RECORD, JSON.stringify({ DATA_DIR, DATABASE_URL }));
createServer((_, response) => response.end('hello')).listen(PORT, HOST, () => console.log('Ready at http://' + HOST + ':' + PORT));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-start-'));
  await writeFile(join(folder, 'ready.mjs'), READY);
  await writeFile(join(folder, 'broken.mjs'), `console.error('PORT is taken'); process.exitCode = 3;`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('serves on a free port with data of its own, and removes the data when it stops', async () => {
  const record = join(folder, 'record.json');
  const server = await startServer({ script: join(folder, 'ready.mjs'), env: { RECORD: record } });
  expect(await (await fetch(server.url)).text()).toBe('hello');
  const { DATA_DIR, DATABASE_URL } = JSON.parse(await readFile(record, 'utf8'));
  expect((await stat(DATA_DIR)).isDirectory()).toBe(true);
  expect(DATABASE_URL).toBeUndefined();
  await server.stop();
  await expect(stat(DATA_DIR)).rejects.toThrow('ENOENT');
  await expect(fetch(server.url)).rejects.toThrow();
});

it('tells the last words of a server that ends before it is ready', async () => {
  await expect(startServer({ script: join(folder, 'broken.mjs') })).rejects.toThrow(/ended with 3 .*\nPORT is taken/s);
});
