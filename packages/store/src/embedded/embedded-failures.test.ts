import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { anIncident } from '../testing/any-incident.ts';
import { EmbeddedTemplate, runEmbeddedSql } from '../testing/embedded-storage.ts';
import { buildChildProgram, type ChildProgram, ChildStore } from '../testing/start-child-store.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';

const CHANGE = { by: 'tester', reason: 'a test' };
const PATIENCE = { timeout: 60_000, interval: 20 };
const quiet = () => undefined;

describe('the embedded store', { timeout: 180_000 }, () => {
  let template: EmbeddedTemplate;
  let built: ChildProgram;
  let program: string;
  beforeAll(async () => {
    [template, built] = await Promise.all([
      EmbeddedTemplate.create(),
      buildChildProgram(new URL('../testing/child-store.ts', import.meta.url)),
    ]);
    program = built.file;
  });
  afterAll(() => Promise.all([template.remove(), built.remove()]));

  test('is closed to a second process, and open again when the first was killed', async () => {
    const dataDir = await template.copy();
    const first = ChildStore.start(program, 'hold', dataDir);
    await expect.poll(() => first.lines.join() || first.errors, PATIENCE).toBe('open');
    await expect(openEmbeddedStore({ dataDir, onWarning: quiet })).rejects.toMatchObject({
      name: 'StoreError',
      code: 'directory-locked',
      message: expect.stringMatching(new RegExp(`^${dataDir} is in use by process ${first.pid} `)),
    });
    const second = ChildStore.start(program, 'hold', dataDir);
    await second.ended();
    expect(second.errors).toMatch(/directory-locked/);
    await first.kill();
    const store = await openEmbeddedStore({ dataDir, onWarning: quiet });
    expect(await store.revision()).toBe(0);
    await store.close();
  });

  test('is closed to a second store in the same process', async () => {
    const dataDir = await template.copy();
    const store = await openEmbeddedStore({ dataDir, onWarning: quiet });
    await expect(openEmbeddedStore({ dataDir, onWarning: quiet })).rejects.toMatchObject({ code: 'directory-locked' });
    await store.close();
  });

  test('holds every acknowledged write after SIGKILL in the middle of writing', async () => {
    const dataDir = await template.copy();
    const acknowledged: { id: string; revision: number }[] = [];
    for (const [round, writes] of [3, 17, 31, 8].entries()) {
      const child = ChildStore.start(program, 'write', dataDir, `round-${round}`);
      await expect.poll(() => child.lines.length > writes || child.errors, PATIENCE).toBe(true);
      await child.kill();
      for (const line of child.lines.slice(1)) acknowledged.push(savedOf(line));
      const store = await openEmbeddedStore({ dataDir, onWarning: quiet });
      await checkWhole(store, acknowledged);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(59);
  });

  test('gives up on an engine that hangs, and goes on with a new one', async () => {
    const dataDir = await template.copy();
    await runEmbeddedSql(dataDir, HANG_ON_TITLE);
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    const store = await openEmbeddedStore({ dataDir, onWarning, limits: { openMs: 60_000, queryMs: 10_000 } });
    await store.saveIncidents([anIncident('before')], CHANGE);
    const hanging = store.saveIncidents([anIncident('endless', { title: 'hang' })], CHANGE);
    hanging.catch(quiet);
    // By now the write is under way, and a read has to wait for it.
    await sleep(3_000);
    const waiting = store.incidentById('before');
    waiting.catch(quiet);
    await expect(hanging).rejects.toMatchObject({
      code: 'hung',
      message: 'a query took more than 10 s: PGlite was stopped',
    });
    await expect(waiting).rejects.toMatchObject({ code: 'hung' });
    expect(warnings.join()).toMatch(/PGlite was stopped/);
    expect(await store.saveIncidents([anIncident('after')], CHANGE)).toBe(2);
    expect(await store.incidentById('endless')).toBeNull();
    await store.close();
  });

  test('refuses to write while the disk is nearly full, and still reads', async () => {
    const dataDir = await template.copy();
    let free = 1e12;
    const store = await openEmbeddedStore({ dataDir, onWarning: quiet, freeBytes: async () => free });
    await store.saveIncidents([anIncident('before')], CHANGE);
    free = 20 * 1024 * 1024;
    await expect(store.saveIncidents([anIncident('late')], CHANGE)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/has 20 MB free, writing this needs \d+ MB: nothing was written/),
    });
    expect((await store.incidentById('before'))?.version).toBe(1);
    expect(await store.incidentById('late')).toBeNull();
    free = 1e12;
    expect(await store.saveIncidents([anIncident('late')], CHANGE)).toBe(2);
    await store.close();
  });

  test('leaves nothing of a load during which the disk fills up', async () => {
    const dataDir = await template.copy();
    let asked = 0;
    const freeBytes = async () => (++asked > 2 ? 0 : 1e12);
    const store = await openEmbeddedStore({ dataDir, onWarning: quiet, freeBytes });
    const incidents = Array.from({ length: 2500 }, (_, number) => anIncident(`i-${number}`));
    await expect(store.saveIncidents(incidents, CHANGE)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await store.isEmpty()).toBe(true);
    await store.close();
  });

  test('says so when the data directory cannot be made', async () => {
    await expect(openEmbeddedStore({ dataDir: `${program}/below-a-file`, onWarning: quiet })).rejects.toMatchObject({
      code: 'directory-unusable',
      message: /below-a-file cannot be opened: ENOTDIR/,
    });
  });

  test('says so when the engine cannot be started, and lets go of the directory', async () => {
    const dataDir = await template.copy();
    const workerUrl = new URL('file:///no/such/worker.mjs');
    await expect(openEmbeddedStore({ dataDir, onWarning: quiet, workerUrl })).rejects.toMatchObject({
      code: 'directory-unusable',
      message: /worker\.mjs/,
    });
    const store = await openEmbeddedStore({ dataDir, onWarning: quiet });
    expect(await store.isEmpty()).toBe(true);
    await store.close();
  });
});

/** Makes inserting an incident with the title `hang` take for ever. */
const HANG_ON_TITLE = `
  create function hang() returns trigger language plpgsql as $$ begin loop null; end loop; end $$;
  create trigger hang before insert on incident for each row when (new.title = 'hang') execute function hang()`;

function savedOf(line: string): { id: string; revision: number } {
  const [word, id, revision] = line.split(' ');
  if (word !== 'saved' || !id) throw new Error(`the child printed "${line}"`);
  return { id, revision: Number(revision) };
}

/** Every acknowledged write is there as it was acknowledged, and whatever else is there is whole. */
async function checkWhole(store: Store, acknowledged: readonly { id: string; revision: number }[]): Promise<void> {
  const { upserts: present } = await store.changesSince(0);
  const revisions = new Map(present.map(({ incident, revision }) => [incident.id, revision]));
  for (const { id, revision } of acknowledged) expect(revisions.get(id), id).toBe(revision);
  const revision = await store.revision();
  // Each write changes two incidents: its own and the shared one.
  expect(present.length).toBe(revision + 1);
  const shared = await store.incidentVersions('shared');
  expect(shared.map((version) => version.revision)).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
}
