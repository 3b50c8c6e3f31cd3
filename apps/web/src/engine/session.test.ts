import { DIMENSIONS, type Incident, type Query } from '@corridor/domain';
import { IncidentEngine, IncidentTable } from '@corridor/incident-table';
import { createSeededIncidents } from '@corridor/incident-table/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineInfo } from './protocol.ts';
import type { Reply } from './question-desk.ts';
import { Session } from './session.ts';
import { base, geography } from './testing/made-up-world.ts';
import { createTableServer, type TableServer } from './testing/table-server.ts';

const SOON = { timeout: 20_000 };
const incidents = createSeededIncidents({ count: 250, seed: 41, geography });
const keys = incidents.map((_, index) => 2 * index + 3);

let server: TableServer;
let infos: EngineInfo[];
let more: (string | null)[];
let signInsNeeded: number;
let stepsReached: number;

beforeEach(() => {
  infos = [];
  more = [];
  signInsNeeded = 0;
  stepsReached = 0;
  server = createTableServer({
    table: IncidentTable.fromIncidents(incidents, 5, keys),
    geography,
    base,
    engine: 'memory',
  });
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('EventSource', server.EventSource);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function load(session: Session): Promise<void> {
  await session.load({
    info: (info) => infos.push(info),
    progress: () => undefined,
    more: (error) => more.push(error),
    inStep: () => {
      stepsReached++;
    },
    signInNeeded: () => {
      signInsNeeded++;
    },
  });
}

/** Asks as the page does: again whenever there is more, until the reply is whole. */
async function answerOf(session: Session, query: Query): Promise<unknown> {
  let reply: Reply | undefined;
  await expect
    .poll(async () => {
      [reply] = await session.answerAll([query]);
      return reply && !('later' in reply) && !('unfinished' in reply);
    }, SOON)
    .toBe(true);
  return reply && 'answer' in reply ? reply.answer : reply;
}

const expected = (query: Query) => new IncidentEngine(server.table(), geography).answer(query);

const page = (by: 'date' | 'title', limit = 12) => ({ sort: { by, descending: false }, offset: 30, limit });
const QUERIES: readonly Query[] = [
  { filter: {}, groups: ['actor', 'district'], page: page('date') },
  { filter: { q: 'conv' }, page: page('date', 40) },
  { filter: { q: 'conv' } },
  { filter: { type: ['Battles'] }, page: page('title') },
  { filter: {}, page: { ...page('date'), held: { ids: ['nothing', incidents[60]?.id ?? ''], index: 7 } } },
  { filter: {}, page: { ...page('title'), held: { ids: [incidents[9]?.id ?? ''], index: 7 } } },
  { filter: {}, bins: { bbox: [5, 35, 20, 50], zoom: 7, exclude: incidents[17]?.id ?? '' } },
  { filter: {}, bins: { bbox: [5, 35, 20, 50], zoom: 7, exclude: 'nowhere' }, breakdowns: [{ by: 'district' }] },
];

test.each([
  ['here', {}],
  ['by the page', { maxLocal: 20 }],
])('answers are the engine’s over the server’s table, texts fetched %s', async (_where, options) => {
  const session = new Session(options);
  await load(session);
  expect(infos).toHaveLength(1);
  expect(infos[0]).toMatchObject({ revision: 5, incidents: 250, loaded: 250, complete: true, engine: 'memory' });
  const engine = new IncidentEngine(server.table(), geography);
  for (const dimension of DIMENSIONS) expect(infos[0]?.values[dimension]).toEqual(engine.values(dimension));
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
});

test('numbers come at once, and what hangs on texts is said to be unfinished', async () => {
  const session = new Session({ maxLocal: 20 });
  await load(session);
  const query: Query = { filter: {}, page: page('date') };
  const [reply] = await session.answerAll([query]);
  expect(reply).toMatchObject({ unfinished: true, answer: { totals: expected(query).totals } });
  await expect.poll(() => more, SOON).toEqual([null]);
  expect(await session.answerAll([query])).toEqual([{ answer: expected(query) }]);
});

test('an answer that waits for texts which are being fetched anyway is told when they are there', async () => {
  const release = server.hold('/v1/texts');
  const session = new Session();
  await load(session);
  const query: Query = { filter: {}, page: page('date') };
  expect(await session.answerAll([query])).toMatchObject([{ unfinished: true }]);
  expect(more).toEqual([]);
  release();
  await expect.poll(() => more, SOON).toEqual([null]);
  expect(await session.answerAll([query])).toEqual([{ answer: expected(query) }]);
  expect(server.asked().filter((path) => path.startsWith('/v1/texts'))).toHaveLength(1);
});

test('texts that cannot be had are said to be missing, and numbers still come', async () => {
  const session = new Session({ maxLocal: 20 });
  await load(session);
  server.fail('/v1/texts');
  const [reply] = await session.answerAll([{ filter: {}, page: page('date') }]);
  expect(reply).toMatchObject({ unfinished: true });
  await expect.poll(() => more, SOON).toEqual([expect.stringContaining('500')]);
  expect(await session.answerAll([{ filter: {} }])).toEqual([{ answer: expected({ filter: {} }) }]);
});

test('an announced revision comes as a difference', async () => {
  const session = new Session();
  await load(session);
  expect(stepsReached).toBe(1);
  await answerOf(session, QUERIES[1] ?? { filter: {} });
  server.change({ upserts: [changed(3), changed(8), changed(300)], removed: [keys[20] ?? 0] });
  server.announce();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(6);
  expect(infos.at(-1)).toMatchObject({ incidents: 250, complete: true });
  expect(server.asked().filter((path) => path.startsWith('/v1/table.arrow'))).toEqual([
    '/v1/table.arrow',
    '/v1/table.arrow?since=5',
  ]);
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
});

test('a site that was moved is where it is now, without anything else being loaded', async () => {
  const session = new Session();
  await load(session);
  const near: Query = { filter: { site: [geography.sites[0]?.id ?? ''] }, counts: ['site', 'route'] };
  const before = await answerOf(session, near);
  const sites = geography.sites.map((site) => ({
    ...site,
    latitude: site.latitude + 0.4,
    radiusKm: site.radiusKm / 2,
  }));
  const [first] = geography.routes;
  const routes = first ? [...geography.routes, { ...first, id: 'new-route', radiusKm: 90 }] : [];
  server.changeTargets({ sites, routes });
  server.announce();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(6);
  expect(infos.at(-1)?.values.route).toContain('new-route');
  const after = await answerOf(session, near);
  expect(after).toEqual(new IncidentEngine(server.table(), { ...geography, sites, routes }).answer(near));
  expect(after).not.toEqual(before);
  server.change({ upserts: [changed(3)], removed: [] });
  server.announce();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(7);
  expect(server.asked().filter((path) => path === '/v1/sites')).toHaveLength(2);
});

test('what was missed in sleep is caught up with', async () => {
  const session = new Session();
  await load(session);
  for (let step = 0; step < 3; step++) server.change({ upserts: [changed(step)], removed: [] });
  await session.catchUp();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(8);
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
});

test('a server that stays behind is believed, one that catches up is not left', async () => {
  const session = new Session();
  await load(session);
  const old = server.table();
  server.change({ upserts: [changed(1)], removed: [] });
  await session.catchUp();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(6);
  server.setBack(old);
  server.announce();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(infos.at(-1)?.revision).toBe(6);
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(5);
  expect(await answerOf(session, { filter: {} })).toEqual(expected({ filter: {} }));
});

test('a table of the same revision that is not the same is loaded anew', async () => {
  const session = new Session();
  await load(session);
  server.setBack(IncidentTable.fromIncidents(incidents.slice(0, 100), 5));
  await session.catchUp();
  await expect.poll(() => infos.at(-1)?.incidents, SOON).toBe(100);
  expect(await answerOf(session, QUERIES[0] ?? { filter: {} })).toEqual(expected(QUERIES[0] ?? { filter: {} }));
});

test('until a large table is here the server answers, the same', async () => {
  const release = server.hold('/v1/table.arrow');
  const session = new Session({ askAhead: 250 });
  await load(session);
  expect(infos).toHaveLength(1);
  expect(infos[0]).toMatchObject({ revision: 5, incidents: 250, loaded: 250, complete: true, engine: 'server' });
  const engine = new IncidentEngine(server.table(), geography);
  for (const dimension of DIMENSIONS) {
    expect(infos[0]?.values[dimension]?.toSorted()).toEqual(engine.values(dimension).toSorted());
  }
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
  server.change({ upserts: [changed(2)], removed: [] });
  server.announce();
  expect(await answerOf(session, { filter: {} })).toEqual(expected({ filter: {} }));
  release();
  await expect.poll(() => infos.at(-1), SOON).toMatchObject({ revision: 6, engine: 'memory', complete: true });
  expect(infos).toHaveLength(2);
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
});

test('a server that cannot answer ahead of a large table still sends it', async () => {
  server.fail('/v1/query', 503);
  const session = new Session({ askAhead: 250 });
  await load(session);
  expect(infos.at(-1)).toMatchObject({ revision: 5, loaded: 250, complete: true, engine: 'memory' });
  expect(await answerOf(session, { filter: {} })).toEqual(expected({ filter: {} }));
});

test('a table that fails while the server answers is fetched again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 50 });
  server.fail('/v1/table.arrow');
  const session = new Session({ askAhead: 250 });
  await load(session);
  expect(infos.at(-1)?.engine).toBe('server');
  await expect.poll(() => server.asked().some((path) => path.startsWith('/v1/table.arrow')), SOON).toBe(true);
  server.mend();
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  await expect.poll(() => infos.at(-1), SOON).toMatchObject({ engine: 'memory', complete: true });
});

test('where the database answers, the server is asked', async () => {
  server.setEngine('sql');
  const session = new Session();
  await load(session);
  expect(infos).toHaveLength(1);
  expect(infos[0]).toMatchObject({ revision: 5, incidents: 250, complete: true, engine: 'sql' });
  for (const query of QUERIES) expect(await answerOf(session, query)).toEqual(expected(query));
  server.change({ upserts: [changed(2)], removed: [] });
  server.announce();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(6);
  expect(server.asked().some((path) => path.startsWith('/v1/table.arrow'))).toBe(false);
});

test('a server that cannot be had is an error, and loading again finds it', async () => {
  const session = new Session();
  server.fail('/v1/table.arrow');
  await expect(load(session)).rejects.toThrow('500');
  expect(await session.answerAll([{ filter: {} }])).toEqual([{ error: 'The incident table is not loaded yet' }]);
  server.mend();
  await load(session);
  expect(infos.at(-1)?.revision).toBe(5);
});

/** An incident that was there or is new, with other words and on another day. */
function changed(index: number): { readonly incident: Incident; readonly key: number } {
  const [incident, other] = [incidents[index % incidents.length], incidents[(index + 50) % incidents.length]];
  if (!incident || !other) throw new Error('Expected incidents');
  const isNew = index >= incidents.length;
  return {
    incident: { ...other, id: isNew ? `new-${index}` : incident.id, title: `convoy ${index} changed` },
    key: isNew ? 9000 + index : (keys[index] ?? 0),
  };
}

test('where nobody is signed in any more, that is said once and nothing is asked again until the next load', async () => {
  const session = new Session();
  await load(session);
  server.fail('/v1/', 401);
  server.change({ upserts: [], removed: [3] });
  server.announce();
  await expect.poll(() => signInsNeeded, SOON).toBe(1);
  const asked = server.asked().length;
  server.announce();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([signInsNeeded, server.asked().length]).toEqual([1, asked]);
  server.mend();
  await load(session);
  expect(infos.at(-1)).toMatchObject({ revision: server.table().revision, incidents: incidents.length - 1 });
  server.change({ upserts: [], removed: [5] });
  server.announce();
  await expect.poll(() => infos.at(-1)?.revision, SOON).toBe(server.table().revision);
});
