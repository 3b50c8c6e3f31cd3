import { getEventListeners } from 'node:events';
import { Writable } from 'node:stream';
import type { Incident } from '@corridor/domain';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

/** Generous, for machines that are busy. */
const SOON = { timeout: 25_000 };

const log: string[] = [];
let test: TestApp;
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  test = await openTestApp({ logger: pino({ level: 'info' }, sink) });
});
afterAll(() => test.close());

/** Reads an event stream until `count` events have come. */
async function readEvents(
  response: Response,
  count: number,
): Promise<{ events: string[]; cancel: () => Promise<void> }> {
  const reader = response.body?.getReader();
  if (!reader) throw new Error('The stream has no body');
  const decoder = new TextDecoder();
  let text = '';
  while (text.split('\n\n').length <= count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  return { events: text.split('\n\n').slice(0, count), cancel: () => reader.cancel() };
}

function change(id: string): Incident {
  const model = test.portfolio.incidents[0];
  if (!model) throw new Error('The portfolio is empty');
  return { ...model, id, title: `Changed ${id}` };
}

describe('a change of the data', () => {
  it('is announced to open streams, and answers follow', async () => {
    const before = await test.app.request('/v1/summary');
    const etag = before.headers.get('ETag') ?? '';
    const stream = await test.app.request('/v1/events', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(stream.headers.get('Content-Type')).toBe('text/event-stream');
    expect(stream.headers.get('Content-Encoding')).toBeNull();
    const reading = readEvents(stream, 2);
    const revision = await test.store.saveIncidents([change('new-one')], { by: 'test', reason: 'new' });
    const { events, cancel } = await reading;
    expect(events[0]).toBe(`event: revision\ndata: {"revision":${revision - 1}}\nid: ${revision - 1}`);
    expect(events[1]).toBe(`event: revision\ndata: {"revision":${revision}}\nid: ${revision}`);
    await cancel();

    const after = await test.app.request('/v1/summary', { headers: { 'If-None-Match': etag } });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ revision, matched: test.portfolio.incidents.length + 1 });
    expect((await test.app.request('/v1/incidents/new-one')).status).toBe(200);
  });

  it('is kept as a version of the record', async () => {
    const revision = await test.store.saveIncidents([{ ...change('new-one'), notes: 'second' }], {
      by: 'an analyst',
      reason: 'a note',
    });
    await expect
      .poll(async () => (await test.app.request('/v1/incidents/new-one')).json(), SOON)
      .toMatchObject({
        version: 2,
        revision,
        notes: 'second',
        versions: [{ version: 1 }, { version: 2, changedBy: 'an analyst', reason: 'a note' }],
      });
  });

  it('makes many quick changes end at the last', async () => {
    const writes = Array.from({ length: 8 }, (_, index) =>
      test.store.saveIncidents([change(`quick-${index}`)], { by: 'test', reason: 'quick' }),
    );
    const last = Math.max(...(await Promise.all(writes)));
    await expect.poll(async () => (await test.app.request('/readyz')).json(), SOON).toMatchObject({ revision: last });
    expect(await (await test.app.request('/v1/summary?q=quick')).json()).toMatchObject({ revision: last });
  });

  it('does not stop when a stream was closed by its reader', async () => {
    const stream = await test.app.request('/v1/events');
    const { cancel } = await readEvents(stream, 1);
    await cancel();
    const revision = await test.store.saveIncidents([change('after-close')], { by: 'test', reason: 'after' });
    await expect.poll(async () => (await test.app.request('/readyz')).json(), SOON).toMatchObject({ revision });
  });

  it('keeps nothing of a stream that was closed by its reader', async () => {
    const kept = () => getEventListeners(test.stopping.signal, 'abort').length;
    const before = kept();
    const { cancel } = await readEvents(await test.app.request('/v1/events'), 1);
    expect(kept()).toBe(before + 1);
    await cancel();
    await expect.poll(kept, SOON).toBe(before);
  });
});

describe('the log', () => {
  it('has one structured line for each request, with its id and without its query', async () => {
    await test.app.request('/v1/incidents?q=secretword', { headers: { 'X-Request-Id': 'log-1' } });
    const line = log.find((entry) => entry.includes('log-1')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ requestId: 'log-1', method: 'GET', path: '/v1/incidents', status: 200 });
    expect(line).not.toContain('secretword');
  });
});

describe('stopping', () => {
  it('ends open streams and is no longer ready', async () => {
    const stream = await test.app.request('/v1/events');
    test.stopping.abort();
    expect(await stream.text()).toMatch(/^event: revision\n/);
    const response = await test.app.request('/readyz');
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ code: 'not-ready' })]);
  });

  it('answers 503 and no detail when the store is gone', async () => {
    await test.store.close();
    const response = await test.app.request('/v1/incidents/new-one');
    expect([response.status, await response.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'store-unavailable', detail: 'The store does not answer; try again later.' }),
    ]);
  });
});
