import { gunzipSync } from 'node:zlib';
import { type Incident, STATUSES } from '@corridor/domain';
import { applyDelta, decodeTable, encodeTable, type IncidentTable } from '@corridor/incident-table';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarySchema } from './schemas/answer-schemas.ts';
import { incidentDetailSchema } from './schemas/incident-schemas.ts';
import { engineSchema, textsSchema } from './schemas/query-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

/** Generous, for machines that are busy. */
const SOON = { timeout: 25_000 };
const BY = { by: 'test', reason: 'test' };

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

async function bytesOf(path: string, headers: Record<string, string> = {}): Promise<Uint8Array> {
  const response = await test.app.request(path, { headers });
  expect(response.status, path).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/vnd.apache.arrow.stream');
  return new Uint8Array(await response.arrayBuffer());
}

/** The table that the app holds, as the bytes that stand for all of it. */
const whole = (table: IncidentTable) => Buffer.from(encodeTable(table)).toString('base64');

function change(id: string, start = '2024-02-03'): Incident {
  const [model] = test.portfolio.incidents;
  if (!model) throw new Error('The portfolio is empty');
  return { ...model, id, title: `Changed ${id}`, occurred: { start, end: start, precision: 'day' } };
}

async function atRevision(revision: number): Promise<void> {
  await expect.poll(async () => (await test.app.request('/readyz')).json(), SOON).toMatchObject({ revision });
}

const metadataOf = (bytes: Uint8Array) => tableFromIPC(bytes).schema.metadata;

describe('GET /v1/table.arrow', () => {
  it('is the whole table, compressed or not, and known by its ETag', async () => {
    const plain = await bytesOf('/v1/table.arrow');
    const table = decodeTable(plain);
    expect(table.rowCount).toBe(test.portfolio.incidents.length);
    const compressed = await test.app.request('/v1/table.arrow', { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
    const gzip = new Uint8Array(await compressed.arrayBuffer());
    expect(compressed.headers.get('Content-Length')).toBe(String(gzip.byteLength));
    expect(new Uint8Array(gunzipSync(gzip))).toEqual(plain);
    const etag = compressed.headers.get('ETag') ?? '';
    const again = await test.app.request('/v1/table.arrow', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers HEAD without a body', async () => {
    const response = await test.app.request('/v1/table.arrow', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('gives what changed since a revision, which makes the same table as the whole', async () => {
    let held = decodeTable(await bytesOf('/v1/table.arrow'));
    const [first, second, third] = test.portfolio.incidents;
    if (!first || !second || !third) throw new Error('The portfolio is too small');
    const steps = [
      () => test.store.saveIncidents([change('delta-1'), change('delta-2', '1999-12-31')], BY),
      () => test.store.saveIncidents([{ ...first, status: 'retracted' }, change('delta-1', '2021-06-07')], BY),
      () => test.store.mergeIncidents(['delta-2', second.id], third.id, BY),
      () => test.store.splitIncidents([second.id], BY),
    ];
    for (const step of steps) {
      const before = held.revision;
      const revision = await step();
      await atRevision(revision);
      const delta = await bytesOf(`/v1/table.arrow?since=${before}`);
      expect(metadataOf(delta)?.get('since')).toBe(String(before));
      held = applyDelta(held, delta);
      expect(held.revision).toBe(revision);
      expect(whole(held)).toBe(whole(decodeTable(await bytesOf('/v1/table.arrow'))));
    }
    const { revision } = held;
    expect(whole(applyDelta(held, await bytesOf(`/v1/table.arrow?since=${revision}`)))).toBe(whole(held));
    expect(held.rowCount).toBe(test.portfolio.incidents.length + 1);
  });

  it('gives several steps at once', async () => {
    const held = decodeTable(await bytesOf('/v1/table.arrow'));
    await test.store.saveIncidents([change('steps-1')], BY);
    await test.store.saveIncidents([change('steps-2')], BY);
    await atRevision(await test.store.saveIncidents([change('steps-1', '2023-01-01')], BY));
    const caughtUp = applyDelta(held, await bytesOf(`/v1/table.arrow?since=${held.revision}`));
    expect(whole(caughtUp)).toBe(whole(decodeTable(await bytesOf('/v1/table.arrow'))));
  });

  it('gives the whole table where the revision is none that it can start from, and where too much changed', async () => {
    const { revision } = decodeTable(await bytesOf('/v1/table.arrow'));
    for (const since of [0, revision + 1]) {
      const bytes = await bytesOf(`/v1/table.arrow?since=${since}`);
      expect([metadataOf(bytes)?.has('since'), decodeTable(bytes).revision]).toEqual([false, revision]);
    }
    const many = Array.from({ length: 400 }, (_, index) => change(`many-${index}`));
    await atRevision(await test.store.saveIncidents(many, BY));
    expect(metadataOf(await bytesOf(`/v1/table.arrow?since=${revision}`))?.has('since')).toBe(false);
  });
});

describe('texts by key', () => {
  it('are those of the record, in the order of the keys, without keys that no incident has', async () => {
    const { keys, ids } = await someKeys();
    const asked = [...keys].reverse();
    const response = await test.app.request(`/v1/texts?keys=${[asked[0], 2_000_000_000, ...asked.slice(1)].join(',')}`);
    const { items } = textsSchema.parse(await response.json());
    expect(items.map(({ key }) => key)).toEqual(asked);
    expect(items.map(({ id }) => id)).toEqual([...ids].reverse());
    const { title, summary } = incidentDetailSchema.parse(
      await (await test.app.request(`/v1/incidents/${ids[0]}`)).json(),
    );
    expect(items.at(-1)).toMatchObject({ title, summary });
  });

  async function someKeys(): Promise<{ keys: number[]; ids: string[] }> {
    const ids = test.portfolio.incidents.slice(0, 5).map(({ id }) => id);
    const stored = await test.store.incidentsByIds(ids);
    return { ids, keys: stored.map(({ key }) => key) };
  }
});

/** A filter that counts retracted records as well. */
const EVERY_STATUS = STATUSES.map((status) => `status=${status}`).join('&');

describe('GET /v1/text-matches', () => {
  it.each(['gwadar', 'Karachi police', 'zzzzzz'])('finds as many as the filter does: %s', async (words) => {
    const bytes = await bytesOf(`/v1/text-matches?q=${encodeURIComponent(words)}`);
    const table = tableFromIPC(bytes);
    const keys = [...(table.getChild('key').toArray() as Uint32Array)];
    // The words say nothing of a status: retracted records have them too.
    const summary = await test.app.request(`/v1/summary?q=${encodeURIComponent(words)}&${EVERY_STATUS}`);
    const { matched, revision } = summarySchema.parse(await summary.json());
    expect(keys).toHaveLength(matched);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(table.schema.metadata?.get('revision')).toBe(String(revision));
  });
});

describe('GET /v1/engine', () => {
  it('says what answers and why', async () => {
    const answer = engineSchema.parse(await (await test.app.request('/v1/engine')).json());
    const { matched } = summarySchema.parse(await (await test.app.request(`/v1/summary?${EVERY_STATUS}`)).json());
    expect(answer).toMatchObject({ engine: 'memory', incidents: matched, reason: 'QUERY_ENGINE is memory' });
  });
});
