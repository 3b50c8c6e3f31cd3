import type { Query } from '@corridor/domain';
import { IncidentTable } from '@corridor/incident-table';
import { createSeededIncidents } from '@corridor/incident-table/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineInfo } from './protocol.ts';
import { Session } from './session.ts';
import { base, geography } from './testing/made-up-world.ts';
import { createTableServer, type TableServer } from './testing/table-server.ts';

/** Stands for the browser's database. */
const entries = vi.hoisted(() => new Map<string, unknown>());
vi.mock('./kept-entries.ts', () => ({
  readEntry: async (name: string) => structuredClone(entries.get(name) ?? null),
  keepEntry: async (name: string, entry: unknown) => entries.set(name, structuredClone(entry)) !== undefined,
  dropEntries: async () => entries.clear(),
}));

const SOON = { timeout: 20_000 };
const incidents = createSeededIncidents({ count: 120, seed: 43, geography });
const FIRST: Query = { filter: {}, groups: ['type'] };

let server: TableServer;

beforeEach(() => {
  entries.clear();
  server = createTableServer({
    table: IncidentTable.fromIncidents(incidents, 5),
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

/** A visit: what answered, in turn, and the first reply. */
async function visit(program: string | null) {
  const infos: EngineInfo[] = [];
  const session = new Session({ program });
  await session.load({
    info: (info) => infos.push(info),
    progress: () => undefined,
    more: () => undefined,
    inStep: () => undefined,
    signInNeeded: () => undefined,
  });
  const [reply] = await session.answerAll([FIRST]);
  const engines = () => infos.map(({ engine }) => engine);
  await expect.poll(() => engines().at(-1), SOON).toBe('memory');
  return { engines: engines(), reply, questions: server.asked().filter((path) => path === '/v1/query').length };
}

async function firstVisit() {
  const first = await visit('program-1');
  await expect.poll(() => entries.has('answers'), SOON).toBe(true);
  return first;
}

test('what a visit asks first is answered from what the last one kept, without a question to the server', async () => {
  const { engines, reply } = await firstVisit();
  expect(engines).toEqual(['memory']);
  const again = await visit('program-1');
  expect(again).toEqual({ engines: ['kept', 'memory'], reply, questions: 0 });
});

test('what was kept is passed over at another revision, and by another program', async () => {
  await firstVisit();
  expect((await visit('program-2')).engines).toEqual(['memory']);
  server.change({ upserts: [], removed: [1] });
  const { engines, reply } = await visit('program-1');
  expect(engines).not.toContain('kept');
  expect(reply).toMatchObject({ answer: { totals: { matched: expect.any(Number) } } });
});

test('what was not kept is asked of the server until the table is here', async () => {
  await firstVisit();
  const release = server.hold('/v1/basemap');
  const session = new Session({ program: 'program-1' });
  const infos: EngineInfo[] = [];
  await session.load({
    info: (info) => infos.push(info),
    progress: () => undefined,
    more: () => undefined,
    inStep: () => undefined,
    signInNeeded: () => undefined,
  });
  const [reply] = await session.answerAll([{ filter: { type: ['Battles'] } }]);
  expect(infos.map(({ engine }) => engine)).toEqual(['kept']);
  expect(reply).toMatchObject({ answer: { revision: 5 } });
  expect(server.asked().filter((path) => path === '/v1/query')).toHaveLength(1);
  release();
  await expect.poll(() => infos.at(-1)?.engine, SOON).toBe('memory');
});
