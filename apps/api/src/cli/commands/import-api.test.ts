import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Incident } from '@corridor/domain';
import { openStore, type Store } from '@corridor/store';
import { startThrowawayPostgres } from '@corridor/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anAcledRow } from '../../testing/acled-rows.ts';
import { FakeAcled } from '../../testing/fake-acled.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { commandsIn } from '../../testing/run-command.ts';
import { aUcdpRow } from '../../testing/ucdp-file.ts';
import { aWriter } from '../../testing/writer.ts';

const NOW = Math.floor(Date.now() / 1_000);
const LONG_AGO = 1_600_000_000;
const event = (number: number, event_date: string, more: object = {}) =>
  anAcledRow({ event_id_cnty: `PAK${number}`, event_date, timestamp: LONG_AGO, ...more });
const EVENTS = [
  event(1, '1999-05-01'),
  event(2, '2003-05-01'),
  event(3, '2010-05-01'),
  event(4, '2015-05-01'),
  event(5, '2015-06-01', { sub_event_type: 'Quarrel' }),
];

let folder: string;
let corridor: ReturnType<typeof commandsIn>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-import-api-'));
  corridor = commandsIn(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The database, between two commands. */
async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: join(folder, 'data') });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const kept = (name: string) => join(folder, 'data/api-imports', name);
const numberOf = (output: string) => /import-undo (\d+)$/.exec(output)?.[1] ?? '';
const statusesOf = (...ids: string[]) =>
  inStore(async (store) => {
    const found = await store.incidentsByIds(ids);
    return found.map(({ incident }) => incident.status);
  });

describe('corridor import-api acled', { timeout: 120_000 }, () => {
  let acled: FakeAcled;
  beforeAll(async () => {
    acled = await FakeAcled.start();
    acled.events = EVENTS;
  });
  afterEach(() => {
    acled.interrupt = () => false;
  });
  afterAll(() => acled.stop());

  const env = () => ({ ACLED_EMAIL: 'me@example.org', ACLED_PASSWORD: 'p&ss word', ACLED_ADDRESS: acled.address });
  const run = (...more: string[]) => corridor(['import-api', 'acled', ...more], env());

  it('says what the source has, and brings in what it said without asking again', async () => {
    const report = await run('--issues', 'acled-issues.csv');
    expect(report).toMatchObject({ code: 0, errors: expect.stringMatching(/^Loading \d+ incidents …$/) });
    expect(report.output).toMatch(
      /Import 1 of acled-api-pakistan\.csv \(acled\): reported\. 5 rows:\n +4 {2}new records/,
    );
    expect(report.output).toMatch(/rejected, row 6, sub_event_type: is no sub-event type of Battles \("Quarrel"\)/);
    expect(await readFile(join(folder, 'acled-issues.csv'), 'utf8')).toContain('rejected,6,sub_event_type,Quarrel,');
    const asked = acled.takeAsked();
    expect(asked.every((path) => /^\/api\/acled\/read\?_format=json&country=Pakistan&event_date=/.test(path))).toBe(
      true,
    );
    expect(await statusesOf('acled-pak1')).toEqual([]);

    const committed = await run('--commit');
    expect(committed).toMatchObject({ code: 0, errors: '' });
    expect(committed.output).toMatch(/^5 rows are here since \S+Z, and are not asked for again\.\n/);
    expect(acled.takeAsked()).toEqual([]);
    const stored = await inStore((store) => store.incidentById('acled-pak1'));
    expect(stored?.incident).toMatchObject({
      ...{ origin: 'acled', licence: 'ACLED terms of use (restricted)', status: 'reported' },
      summary: 'Made up, "quoted",\nand on two lines.',
    });
  });

  it('keeps no credentials, and what it keeps for its owner only', async () => {
    const names = await readdir(kept(''));
    expect(names.sort()).toEqual(['acled-api-pakistan.csv', 'acled-api-pakistan.json']);
    for (const name of names) {
      expect(await readFile(kept(name), 'utf8')).not.toMatch(/p&ss|me@example|token/);
      if (process.platform !== 'win32') expect((await stat(kept(name))).mode & 0o777).toBe(0o600);
    }
  });

  it('asks only for what changed since, and changes nothing where nothing did', async () => {
    const revision = await inStore((store) => store.revision());
    expect((await run('--commit')).output).toMatch(/^ACLED has nothing new since import 2\.$/);
    const asked = acled.takeAsked();
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/&timestamp=\d{10}&timestamp_where=>=/);
    expect(asked[1]).toMatch(/^\/api\/deleted\/read\?_format=json&deleted_timestamp=\d{10}&deleted_timestamp_where=>=/);
    const since = Number(/timestamp=(\d+)/.exec(asked[0] ?? '')?.[1]);
    expect(NOW - since).toBeGreaterThan(6 * 86_400);
    expect(NOW - since).toBeLessThan(8 * 86_400);
    expect(await inStore((store) => store.revision())).toBe(revision);
  });

  it('takes what changed and retracts what ACLED deleted, but for what people changed, and undoes all of it', async () => {
    const people = { by: 'amna', reason: 'seen' };
    await inStore(async (store) => {
      const [three] = await store.incidentsByIds(['acled-pak3']);
      if (!three) throw new Error('Expected acled-pak3');
      const partner: Incident = { ...three.incident, id: 'acled-pak9', origin: 'partner', licence: 'CC0' };
      await store.saveIncidents([{ ...three.incident, title: 'People’s title' }, partner], people);
    });
    acled.events = [event(1, '1999-05-01', { fatalities: 7, timestamp: NOW }), EVENTS[3], EVENTS[4]].flatMap(
      (one) => one ?? [],
    );
    acled.deletions = { PAK2: NOW, PAK3: NOW, PAK9: NOW, NIG1: NOW };
    const report = await run();
    expect(report.output).toMatch(/1 {2}records that changed at the source/);
    expect(report.output).toMatch(/1 {2}records that people and the source both changed/);
    expect(report.output).toMatch(/1 {2}records that the source deleted: retracted here/);
    expect(report.output).toMatch(
      /deleted, row 3, id: was deleted at the source \(acled\) and is retracted \("acled-pak2"\)/,
    );
    expect(report.output).toMatch(
      /conflict, row 4, id: .* was changed by people here: it stays as it is \("acled-pak3"\)/,
    );
    expect(await statusesOf('acled-pak2')).toEqual(['reported']);

    const committed = await run('--commit');
    expect(await statusesOf('acled-pak2', 'acled-pak3', 'acled-pak9')).toEqual(['retracted', 'reported', 'reported']);
    const versions = await inStore((store) => store.incidentVersions('acled-pak2'));
    expect(versions.at(-1)).toMatchObject({ changedBy: 'operator' });
    expect(versions.map(({ reason }) => reason).join()).toMatch(/import \d+: acled-api-pakistan\.csv/);
    const killedOf = () =>
      inStore(async (store) => (await store.incidentById('acled-pak1'))?.incident.casualties.killed?.best);
    expect(await killedOf()).toBe(7);

    const again = await run('--commit');
    expect(again.output).toMatch(/It changes nothing\./);
    expect(await corridor(['import-undo', numberOf(committed.output)])).toMatchObject({ code: 0 });
    expect(await statusesOf('acled-pak2', 'acled-pak3')).toEqual(['reported', 'reported']);
    expect(await killedOf()).toBe(2);
    expect(await inStore((store) => store.verifyAudit())).toMatchObject({ intact: true });
    acled.deletions = {};
    acled.takeAsked();
  });

  it('waits as it is told', async () => {
    let busy = 1;
    acled.interrupt = (_, response) => {
      if (busy-- <= 0) return false;
      response.writeHead(429, { 'retry-after': '1' }).end();
      return true;
    };
    expect(await run()).toMatchObject({ code: 0 });
    const asked = acled.takeAsked();
    expect(asked).toHaveLength(3);
    expect(asked[0]).toBe(asked[1]);
  });

  it('goes on after what it read where it was interrupted, asks for nothing twice and loses no row', async () => {
    acled.events = EVENTS;
    acled.interrupt = (path, response) => {
      if (!path.includes('event_date=2004')) return false;
      response.writeHead(418).end();
      return true;
    };
    const broken = await run('--anew', '--commit');
    expect(broken).toMatchObject({ code: 1, output: '' });
    expect(broken.errors).toBe(
      'It cannot be done: ACLED answers 418; 2 rows are kept, and the same command goes on after them.',
    );
    const first = acled.takeAsked();
    // As if it had been killed while it wrote the next rows.
    await appendFile(kept('acled-api-pakistan.csv'), '"PAK3","2010-05');
    acled.interrupt = () => false;
    const whole = await run('--commit');
    expect(whole.output).toMatch(/^2 rows are here since \S+: reading goes on after them\.\n/);
    expect(whole.output).toMatch(/reported\. 5 rows:/);
    expect(whole.output).toMatch(/1 {2}rows that gave no record/);
    const second = acled.takeAsked();
    expect(second[0]).toBe(first.at(-1));
    expect(first.slice(0, -1).filter((path) => second.includes(path))).toEqual([]);
    expect(second.at(-1)).toMatch(/^\/api\/deleted\/read\?_format=json&limit/);
  });

  it('reads all again where the database has not the last import, or it was read a day ago, and says so', async () => {
    const state = JSON.parse(await readFile(kept('acled-api-pakistan.json'), 'utf8'));
    state.committed.import.digest = 'ab'.repeat(32);
    await writeFile(kept('acled-api-pakistan.json'), JSON.stringify(state));
    const result = await run();
    expect(result.errors).toMatch(
      /^Import \d+, the last one from ACLED, is not in this database: all is read again\.$/,
    );
    expect(acled.takeAsked()[0]).toMatch(/event_date=1997-01-01/);
    const later = JSON.parse(await readFile(kept('acled-api-pakistan.json'), 'utf8'));
    later.reading.at = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await writeFile(kept('acled-api-pakistan.json'), JSON.stringify(later));
    expect(await run()).toMatchObject({ code: 0, errors: '', output: expect.stringMatching(/^Import \d+ of/) });
    expect(acled.takeAsked()[0]).toMatch(/event_date=1997-01-01/);
    await writeFile(kept('acled-api-pakistan.json'), '{"committed": 1}');
    expect(await run()).toMatchObject({
      code: 1,
      errors: expect.stringMatching(
        /acled-api-pakistan\.json does not say how far .* with --anew all of it is read again\.$/,
      ),
    });
    expect(await run('--anew')).toMatchObject({ code: 0, errors: '' });
  });

  it('names the variables of credentials that are not taken', async () => {
    const wrong = await corridor(['import-api', 'acled', '--anew'], { ...env(), ACLED_PASSWORD: 'wr0ng' });
    expect(wrong).toMatchObject({ code: 1, output: '' });
    expect(wrong.errors).toMatch(
      /ACLED does not take the user name and password: see ACLED_EMAIL and ACLED_PASSWORD\.$/,
    );
    expect(wrong.errors).not.toContain('wr0ng');
  });

  it('says that there is nothing of a country that the source does not know', async () => {
    expect(await run('--country', 'Pakstan')).toMatchObject({
      code: 1,
      errors: 'It cannot be done: ACLED has no events of Pakstan.',
    });
  });

  it.each([
    [['acled'], { ACLED_EMAIL: '' }, /^The environment is wrong: ACLED_EMAIL must be /],
    [['acled'], { ACLED_PASSWORD: '' }, /^The environment is wrong: ACLED_PASSWORD must be /],
    [['acled'], { ACLED_ADDRESS: 'http://acled.example' }, /ACLED_ADDRESS must be an https address/],
    [['acled'], { ACLED_ADDRESS: 'https://me:secret@acled.example' }, /ACLED_ADDRESS must be an https address/],
    [['ucdp'], {}, /^The environment is wrong: UCDP_TOKEN must be /],
    [['ucdp', '--country', 'Pakistan'], {}, /--country is a number of Gleditsch and Ward, such as 770/],
    [['ucdp', '--release', '../1'], {}, /--release is one of UCDP/],
    [['acled', '--release', '25.1'], {}, /ACLED has no releases/],
    [['acled', '--country', '../x'], {}, /--country is the name that ACLED uses/],
    [['gtd'], {}, /"gtd" is neither acled nor ucdp/],
    [[], {}, /acled or ucdp is missing/],
  ])('refuses %j with %j before it asks anybody', async (args, more, message) => {
    const result = await corridor(['import-api', ...args], { ...env(), ...more });
    expect(result.code).toBeGreaterThan(0);
    expect(result.errors).toMatch(message);
    expect(result.errors).not.toContain('secret');
  });
});

describe('corridor import-api ucdp', { timeout: 120_000 }, () => {
  const asked: string[] = [];
  const pages = [
    [aUcdpRow({ id: '1' }), aUcdpRow({ id: '2', date_start: '2031-05-02', date_end: '2031-05-02' })],
    [aUcdpRow({ id: '3', best: 'many' })],
  ];
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      asked.push(`${url.pathname}${url.search}`);
      const page = Number(url.searchParams.get('page'));
      const isKnown = request.headers['x-ucdp-access-token'] === 'key' && url.pathname === '/api/gedevents/25.1';
      const next = page + 1 < pages.length ? 'https://elsewhere.example' : '';
      response
        .writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
        .end(JSON.stringify({ NextPageUrl: next, Result: pages[page] }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/api`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const run = (token: string, ...more: string[]) =>
    corridor(['import-api', 'ucdp', ...more], { UCDP_TOKEN: token, UCDP_ADDRESS: address });

  it('brings in a release once, with the user’s own token', async () => {
    const wrong = await run('wrong');
    expect(wrong.errors).toBe('It cannot be done: UCDP does not take the access token: see UCDP_TOKEN.');
    asked.length = 0;
    const committed = await run('key', '--commit');
    expect(committed).toMatchObject({ code: 0, errors: '' });
    expect(committed.output).toMatch(/of ucdp-api-770-25\.1\.csv \(ucdp\): reported\. 3 rows:\n +2 {2}new records/);
    expect(committed.output).toMatch(/rejected, row 4, best: /);
    expect(asked).toEqual([0, 1].map((page) => `/api/gedevents/25.1?pagesize=1000&page=${page}&Country=770`));
    asked.length = 0;
    expect((await run('key', '--commit')).output).toMatch(/^UCDP has nothing new since import \d+\.$/);
    expect(asked).toEqual([]);
    await corridor(['import-undo', numberOf(committed.output)]);
    const undone = await run('key');
    expect(undone.errors).toMatch(/the last one from UCDP, was undone: with --anew all is read again\.$/);
    expect((await run('key', '--anew', '--commit')).output).toMatch(/ 2 {2}new records/);
    expect(await statusesOf('ucdp-1')).toEqual(['reported']);
  });

  it('is read by one command at a time, where several have one PostgreSQL', async () => {
    const postgres = await startThrowawayPostgres();
    const acled = await FakeAcled.start();
    acled.events = EVENTS;
    const env = {
      ...{ ACLED_EMAIL: 'me@example.org', ACLED_PASSWORD: 'p&ss word', ACLED_ADDRESS: acled.address },
      ...{ DATABASE_URL: await postgres.createDatabase(), DATA_DIR: join(folder, 'shared') },
    };
    const asked = new Promise<ServerResponse>((resolve) => {
      acled.interrupt = (_, response) => {
        resolve(response);
        return true;
      };
    });
    try {
      const first = corridor(['import-api', 'acled', '--commit'], env);
      const response = await asked;
      expect(await corridor(['import-api', 'acled', '--commit'], env)).toMatchObject({
        ...{ code: 1, output: '' },
        errors: expect.stringMatching(/ACLED is being read into this database by another process/),
      });
      acled.interrupt = () => false;
      response.writeHead(429, { 'retry-after': '0' }).end();
      expect(await first).toMatchObject({ code: 0, output: expect.stringMatching(/It is in: 5 rows/) });
    } finally {
      await acled.stop();
      await postgres.stop();
    }
  });

  it('is brought in while a server runs, where both have one PostgreSQL', async () => {
    const postgres = await startThrowawayPostgres();
    const databaseUrl = await postgres.createDatabase();
    const server = await openTestApp({ databaseUrl });
    try {
      const more = {
        DATABASE_URL: databaseUrl,
        DATA_DIR: join(folder, 'beside'),
        UCDP_TOKEN: 'key',
        UCDP_ADDRESS: address,
      };
      expect(await corridor(['import-api', 'ucdp', '--commit'], more)).toMatchObject({ code: 0, errors: '' });
      const analyst = await aWriter(server, 'analyst');
      expect((await analyst.read('ucdp-1')).title).toContain('Turbat');
      expect(await (await analyst.send('GET', '/v1/imports/1')).json()).toMatchObject({
        ...{ file: 'ucdp-api-770-25.1.csv', state: 'committed', by: 'operator', counts: { new: 2, deleted: 0 } },
      });
    } finally {
      await server.close();
      await postgres.stop();
    }
  });
});
