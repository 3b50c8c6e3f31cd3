import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { AppEnv } from '../app-env.ts';
import { problemSchema } from '../schemas/problem-schema.ts';
import { answerErrors } from './problem-response.ts';
import { takeBody } from './take-body.ts';

const app = new Hono<AppEnv>()
  .onError(answerErrors(pino({ level: 'silent' })))
  .use(requestId())
  .post('/', takeBody({ atOnce: 1, longestMs: 50, maxBytes: 10 }), (c) => c.text(c.get('body')));

function post(body: ReadableStream<Uint8Array> | string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half', headers };
  return Promise.resolve(app.request('/', init));
}

const streamOf = (start: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  new ReadableStream<Uint8Array>({ start });

it('takes a body that fits, in one part or in several', async () => {
  expect(await (await post('{"a":1}')).text()).toBe('{"a":1}');
  const parts = streamOf((controller) => {
    for (const byte of Buffer.from('{"ü":1}')) controller.enqueue(new Uint8Array([byte]));
    controller.close();
  });
  expect(await (await post(parts)).text()).toBe('{"ü":1}');
});

it('refuses a longer one, however long it says that it is', async () => {
  const endless = streamOf((controller) => controller.enqueue(new Uint8Array(11)));
  const response = await post(endless);
  expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([413, 'too-large']);
});

it('refuses one that comes too slowly, and then has its place free', async () => {
  const slow = streamOf((controller) => controller.enqueue(new Uint8Array([0x7b])));
  const [late, refused] = await Promise.all([post(slow), post('{}')]);
  expect([late.status, problemSchema.parse(await late.json()).detail]).toEqual([400, 'body comes within 0.05 s.']);
  expect(refused.status).toBe(503);
  expect((await post('{}')).status).toBe(200);
});
