import { createServer } from 'node:http';
import { createBoundaries } from '@corridor/geography';
import { decodeTable, IncidentEngine, IncidentTable, TableStream } from '@corridor/incident-table';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SeededServer, startSeededServer } from './seeded-server.ts';

const noBorders = { type: 'GeometryCollection', geometries: [] };
const base = { type: 'Topology', arcs: [], objects: { districts: noBorders, provinces: noBorders } };
const made = createMadeUpGeography();
const geography = { ...made, boundaries: createBoundaries(base, made.districts, []) };
const incidents = createSeededIncidents({ count: 500, seed: 1, geography });
const table = IncidentTable.fromIncidents(incidents, 1);
const api = createServer((incoming, response) => response.end(`the API's ${incoming.url}`));
let server: SeededServer;

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = api.address();
  server = await startSeededServer(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, {
    table,
    geography,
  });
});
afterAll(() => {
  server.stop();
  api.close();
});

async function get(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(server.url + path)).arrayBuffer());
}

test('sends the table whole, and nothing but the revision to a reader who has it', async () => {
  expect(decodeTable(await get('/v1/table.arrow')).rowCount).toBe(500);
  const stream = new TableStream();
  stream.push(await get('/v1/table.arrow?since=1'));
  expect(stream).toMatchObject({ since: 1, loaded: 0 });
});

test('sends the texts of the keys that are asked for', async () => {
  const answer: unknown = JSON.parse(new TextDecoder().decode(await get('/v1/texts?keys=3,9999')));
  expect(answer).toMatchObject({ revision: 1, items: [{ key: 3, id: incidents[2]?.id, title: incidents[2]?.title }] });
});

test('answers questions as the engine does', async () => {
  const query = { filter: { type: ['Riots'] }, groups: ['district'] } as const;
  const answer = await fetch(`${server.url}/v1/query`, { method: 'POST', body: JSON.stringify(query) });
  expect(await answer.json()).toEqual(new IncidentEngine(table, geography).answer(query));
});

test('knows how many of its incidents count', () => {
  expect(server.counted).toBe(incidents.filter(({ status }) => status !== 'retracted').length);
});

test('passes everything else on and counts the bytes of both', async () => {
  server.takeBytes();
  expect(new TextDecoder().decode(await get('/v1/sites?x=1'))).toBe("the API's /v1/sites?x=1");
  await get('/v1/table.arrow');
  const sent = server.takeBytes();
  expect(sent.incidents).toBeGreaterThan(1000);
  expect(sent.all).toBeGreaterThan(sent.incidents);
});
