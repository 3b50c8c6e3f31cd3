import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { makeKey, signUp } from './testing/sign-up.ts';
import { aWriter, type Writer } from './testing/writer.ts';

let test: TestApp;
let authorization: string;
let analyst: Writer;
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' } });
  analyst = await aWriter(test, 'analyst');
  authorization = `Bearer ${await makeKey(await signUp(test, 'viewer'), 'viewer')}`;
});
afterAll(() => test.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = { Authorization: authorization }) =>
  test.app.request(path, { headers });

async function metric(name: string): Promise<number> {
  const text = await (await ask('/metrics')).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );
}

it('counts requests by template, method and status, and shows no id', async () => {
  const id = test.portfolio.incidents[0]?.id ?? '';
  await ask(`/v1/incidents/${id}`);
  await ask('/v1/incidents/no-such-id');
  await ask('/v1/no-such-path');
  const response = await ask('/metrics');
  const text = await response.text();
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const count = (labels: string) => `corridor_http_request_duration_seconds_count{${labels}} 1`;
  expect(text).toContain(count('method="GET",route="/v1/incidents/:id",status="200"'));
  expect(text).toContain(count('method="GET",route="/v1/incidents/:id",status="404"'));
  expect(text).toContain('status="404"');
  expect(text).not.toContain(id);
  expect(text).not.toContain('no-such');
});

it('says what answers, and how far the store and the audit trail are', async () => {
  expect(await metric('corridor_engine_incidents')).toBe(test.portfolio.incidents.length);
  expect(await metric('corridor_engine_revision')).toBe(await test.store.revision());
  expect(await metric('corridor_store_revision')).toBe(await test.store.revision());
  expect(await metric('corridor_audit_head_position')).toBe((await test.store.auditHead()).position);
  expect(await metric('corridor_store_up')).toBe(1);
  expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e6);
});

it('says how many sources are in each state, and how many drafts wait', async () => {
  expect(await metric('corridor_feeds{state="error"}')).toBe(0);
  expect(await metric('corridor_drafts_open{kind="incident"}')).toBe(0);
  const text = 'EVENT 2024-03-01 Blast\nRECALLS 2020-03-01 Older blast';
  await analyst.send('POST', '/v1/drafts', { text });
  expect(await metric('corridor_drafts_open{kind="incident"}')).toBe(1);
  expect(await metric('corridor_drafts_open{kind="recalled"}')).toBe(1);
});

it('is for those who may read the records', async () => {
  expect((await ask('/metrics', {})).status).toBe(401);
});

it('counts who listens while they do', async () => {
  const stop = new AbortController();
  const stream = await test.app.request('/v1/events', {
    headers: { Authorization: authorization },
    signal: stop.signal,
  });
  const reader = stream.body?.getReader();
  await reader?.read();
  expect(await metric('corridor_live_listeners')).toBe(1);
  await reader?.cancel();
  await expect.poll(() => metric('corridor_live_listeners')).toBe(0);
});
