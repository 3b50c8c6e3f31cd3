import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { LIMITS } from './load/limits.ts';
import { OpenResponses } from './load/open-responses.ts';
import { admit } from './middleware/admit.ts';
import { answerErrors } from './middleware/problem-response.ts';
import { problemSchema } from './schemas/problem-schema.ts';
import { listen, type RunningServer } from './server.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const LOCAL = { host: '127.0.0.1', port: 0 };

interface Reply {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

function ask(agent: Agent, url: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => {
        const { headers, statusCode = 0 } = response;
        resolve({ status: statusCode, retryAfter: headers['retry-after'], type: headers['content-type'], body });
      });
    });
    request.on('error', reject);
  });
}

describe('a flood of requests', () => {
  let unsent = 0;
  let test: TestApp;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    const limits = { ...LIMITS, answers: { atOnce: 1, waiting: 8, longestWaitMs: 5_000 } };
    test = await openTestApp({ limits, unsentBytes: () => unsent });
  });
  afterAll(async () => {
    await server?.stop(0);
    await test.close();
  });

  it('is answered as far as it goes and refused beyond, while health, events and files answer; then all is as before', async () => {
    server = await listen(test.app, new OpenResponses(), LOCAL);
    const { url } = server;
    const agent = new Agent({ keepAlive: true, maxSockets: 120 });
    const groups = 'group=district&group=actor&group=site&group=route&group=type';
    const one = (index: number) => ask(agent, `${url}/v1/summary?unit=day&${groups}&minSeverity=${(index % 5) + 1}`);
    const free = ['/healthz', '/readyz', '/v1/engine', '/docs/start.js'];

    const asked = Array.from({ length: 600 }, (_, index) => one(index));
    const meanwhile = await Promise.all(free.map((path) => ask(new Agent(), url + path)));
    const events = await fetch(`${url}/v1/events`);
    const replies = await Promise.all(asked);
    agent.destroy();

    expect(meanwhile.map(({ status }) => status)).toEqual(free.map(() => 200));
    expect(events.status).toBe(200);
    await events.body?.cancel();
    const refused = replies.filter(({ status }) => status === 503);
    const answered = replies.filter(({ status }) => status === 200);
    expect(refused.length + answered.length).toBe(replies.length);
    expect(refused.length).toBeGreaterThan(0);
    expect(answered.length).toBeGreaterThan(8);
    for (const { body, retryAfter, type } of refused) {
      expect([type, Number(retryAfter) > 0]).toEqual(['application/problem+json', true]);
      expect(problemSchema.parse(JSON.parse(body)).code).toBe('overloaded');
    }
    for (let index = 0; index < 5; index++) expect((await one(index)).status).toBe(200);
  });

  it('is refused while too much waits for slow readers', async () => {
    const { app } = test;
    expect((await app.request('/v1/summary')).status).toBe(200);
    unsent = LIMITS.unsentBytes + 1;
    const refused = await app.request('/v1/summary?unit=year');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2']);
    expect((await app.request('/healthz')).status).toBe(200);
    unsent = 0;
    expect((await app.request('/v1/summary?unit=year')).status).toBe(200);
  });
});

describe('a reader who does not read', () => {
  const PART = new Uint8Array(64 * 1024);
  let server: RunningServer | undefined;
  afterEach(() => server?.stop(0));

  /** A server whose one export never ends; says how much of it was made. */
  async function endless() {
    let made = 0;
    const limits = { ...LIMITS, exports: { atOnce: 1, waiting: 0, longestWaitMs: 1_000 } };
    const responses = new OpenResponses();
    const app = new Hono<AppEnv>();
    app.onError(answerErrors(pino({ level: 'silent' })));
    app.use(
      '/v1/*',
      admit(limits, () => responses.unsentBytes()),
    );
    app.get('/v1/incidents.csv', (c) => {
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        made += PART.byteLength;
        controller.enqueue(PART);
      };
      return c.body(new ReadableStream({ pull }, { highWaterMark: 0 }));
    });
    server = await listen(app, responses, LOCAL);
    return { url: server.url, responses, made: () => made };
  }

  it('holds no memory but the sockets’ own, and no place once it is gone', async () => {
    const { made, responses, url } = await endless();
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write(`GET /v1/incidents.csv HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
    let before = -1;
    while (made() === 0 || made() !== before) {
      before = made();
      await sleep(300);
    }
    expect(made()).toBeLessThan(64 * 1024 * 1024);
    expect(responses.unsentBytes()).toBeLessThan(1024 * 1024);
    const second = await fetch(`${url}/v1/incidents.csv`);
    expect(second.status).toBe(503);
    await second.body?.cancel();

    socket.destroy();
    await expect
      .poll(
        async () => {
          const third = await fetch(`${url}/v1/incidents.csv`);
          await third.body?.cancel();
          return third.status;
        },
        { timeout: 20_000 },
      )
      .toBe(200);
  });

  it('holds no place when it only asks for the headers', async () => {
    const { url } = await endless();
    for (let round = 0; round < 3; round++) {
      expect((await fetch(`${url}/v1/incidents.csv`, { method: 'HEAD' })).status).toBe(200);
    }
  });
});
