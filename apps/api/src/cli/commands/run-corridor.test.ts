import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@corridor/store';
import { anIncident, aPortfolio } from '@corridor/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from '../../testing/build-server.ts';
import { commandsIn } from '../../testing/run-command.ts';

const CHANGE = { by: 'tester', reason: 'a test' };

describe('corridor', { timeout: 120_000 }, () => {
  let folder: string;
  let server: BuiltServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corridor-cli-'));
    server = await buildServer('cli-test');
    const store = await openStore({ dataDir: join(folder, 'data') });
    await store.loadPortfolio(aPortfolio());
    await store.saveIncidents([anIncident('one', { title: 'Changed' })], CHANGE);
    await store.close();
  });
  afterEach(() => server.killAll());
  afterAll(async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const corridor: ReturnType<typeof commandsIn> = (...given) => commandsIn(folder)(...given);

  it('verifies, and finds an exported head again', async () => {
    const head = await corridor(['head']);
    expect(JSON.parse(head.output)).toMatchObject({ position: 2, revision: 2 });
    expect((await corridor(['head', 'head.json'])).code).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'head.json'), 'utf8'))).toEqual(JSON.parse(head.output));
    const verified = await corridor(['verify', '--head', 'head.json']);
    expect(verified).toMatchObject({ code: 0, errors: '' });
    expect(verified.output).toMatch(
      /intact: 2 entries, 6 versions, 2 incidents, 3 sites and routes\.\nIt ends with entry 2 of .*Z, hash \w{64}/,
    );
  });

  it('names a head that is not in the audit trail, and ends with 3', async () => {
    await writeFile(join(folder, 'other.json'), JSON.stringify({ position: 9, hash: 'a'.repeat(64) }));
    const verified = await corridor(['verify', '--head', 'other.json']);
    expect(verified).toMatchObject({ code: 3, output: '' });
    expect(verified.errors).toMatch(/BROKEN: entry 9, which the given head ends with, is missing/);
  });

  it('exports a chain that anyone can check by its documentation', async () => {
    expect(await corridor(['chain', 'chain.ndjson'])).toMatchObject({ code: 0 });
    const lines = (await readFile(join(folder, 'chain.ndjson'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
    let previous = '0'.repeat(64);
    for (const line of lines) {
      const { hash, ...entry } = JSON.parse(line);
      expect(entry.previousHash).toBe(previous);
      expect(createHash('sha256').update(sortedJson(entry)).digest('hex')).toBe(hash);
      previous = hash;
    }
  });

  it('backs up and restores', async () => {
    const made = await corridor(['backup', 'first.backup']);
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toMatch(/first\.backup has \d+ rows in \d+ tables of revision 2 .* and is whole\./);
    if (process.platform !== 'win32') expect((await stat(join(folder, 'first.backup'))).mode & 0o777).toBe(0o600);
    const again = await corridor(['backup', 'first.backup']);
    expect(again).toMatchObject({ code: 1, errors: expect.stringMatching(/is there already/) });
    const restored = await corridor(['restore', 'first.backup'], { DATA_DIR: join(folder, 'restored') });
    expect(restored).toMatchObject({ code: 0, errors: '' });
    expect(restored.output).toMatch(/Restored \d+ rows.*\nThe audit trail is intact: 2 entries/);
    const over = await corridor(['restore', 'first.backup']);
    expect(over).toMatchObject({
      code: 1,
      output: '',
      errors: expect.stringMatching(/into an empty database only\.$/),
    });
  });

  it('does all but restore while a server runs', async () => {
    const running = server.start({ DATA_DIR: join(folder, 'running') });
    const url = await running.url();
    const env = { DATA_DIR: join(folder, 'running') };
    expect(await corridor(['verify'], env)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/intact: \d+ entries/),
    });
    expect(await corridor(['backup', 'running.backup'], env)).toMatchObject({ code: 0, errors: '' });
    const restored = await corridor(['restore', 'running.backup'], { DATA_DIR: join(folder, 'copy') });
    expect(restored).toMatchObject({ code: 0, errors: '' });
    expect(await corridor(['restore', 'running.backup'], env)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/is in use by process \d+/),
    });
    expect((await fetch(`${url}/v1/incidents?limit=1`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });

  it.each([
    [['frobnicate'], 2, /There is no command "frobnicate"/],
    [['backup'], 2, /a file is missing\. Usage: corridor backup FILE/],
    [['backup', 'a', 'b'], 2, /"b" is one too many/],
    [['verify', '--loud'], 2, /Unknown option '--loud'/],
    [['verify', '--head', 'nothing.json'], 1, /nothing\.json cannot be read: ENOENT/],
    [['restore', 'nothing.backup'], 1, /there is no file .*nothing\.backup/],
    [['backup', 'no/such/folder'], 1, /ENOENT/],
  ])('says in one line what is wrong with %j', async (argv, code, message) => {
    const result = await corridor(argv);
    expect(result).toMatchObject({ code, output: '' });
    expect(result.errors).toMatch(message);
    expect(result.errors.split('\n')).toHaveLength(1);
  });

  it('says that there is no database, that a file is no backup, and that the environment is wrong', async () => {
    const env = { DATA_DIR: join(folder, 'none') };
    expect((await corridor(['verify'], env)).errors).toMatch(/there is no database in .*none\.$/);
    expect(await corridor(['restore', 'head.json'], env)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/head\.json is no usable backup/),
    });
    expect(existsSync(env.DATA_DIR)).toBe(false);
    expect((await corridor(['verify'], { DATABASE_URL: 'mysql://x' })).errors).toMatch(
      /^The environment is wrong: DATABASE_URL/,
    );
    expect((await corridor(['verify'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })).errors).toMatch(
      /^It cannot be done: the PostgreSQL server cannot be reached/,
    );
  });

  it('explains itself', async () => {
    const { code, output } = await corridor(['help']);
    expect(code).toBe(0);
    for (const name of ['verify', 'head', 'chain', 'backup', 'restore']) expect(output).toContain(`\n  ${name} `);
    expect((await corridor([])).code).toBe(2);
  });
});

/** The canonical form of values without fractions and with plain names, by its shortest description. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
