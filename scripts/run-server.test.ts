import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Counts the signals that reach it and ends a little later, as a server that finishes its requests. */
const SERVER = `
let count = 0;
process.on('SIGINT', () => { count += 1; setTimeout(() => { console.log('signals ' + count); process.exit(7); }, 300); });
setInterval(() => {}, 1000);
console.log('ready');
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-run-server-'));
  await writeFile(join(folder, 'server.mjs'), SERVER);
  const runServer = new URL('run-server.mjs', import.meta.url);
  const main = `import { runServer } from '${runServer}'; process.exit(await runServer(${JSON.stringify(join(folder, 'server.mjs'))}));`;
  await writeFile(join(folder, 'main.mjs'), main);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('passes a Ctrl-C that comes twice on once, and ends with the exit code of the server', async () => {
  const child = spawn(process.execPath, [join(folder, 'main.mjs')]);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (String(chunk).includes('ready')) {
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGINT'), 50);
    }
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(output).toContain('signals 1');
  expect(code).toBe(7);
});
