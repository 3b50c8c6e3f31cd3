import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { OpenResponses } from './load/open-responses.ts';
import { problemSchema } from './schemas/problem-schema.ts';
import { listen } from './server.ts';

const LOCAL = { host: '127.0.0.1', port: 0 };

/** A server whose one answer waits until it is let go. */
async function slowServer() {
  let letGo = () => {};
  let entered = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const app = new Hono().get('/slow', async (c) => {
    entered();
    await gate;
    return c.text('done');
  });
  return { server: await listen(app, new OpenResponses(), LOCAL), asked, letGo };
}

it('finishes a request in flight, and takes no new one, when it stops', async () => {
  const { server, asked, letGo } = await slowServer();
  const answer = fetch(`${server.url}/slow`).then((response) => response.text());
  await asked;
  const stopped = server.stop(60_000);
  await expect(fetch(`${server.url}/slow`)).rejects.toThrow();
  letGo();
  expect(await answer).toBe('done');
  await stopped;
});

it('waits for a request in flight no longer than the grace', async () => {
  const { server, asked } = await slowServer();
  const answer = fetch(`${server.url}/slow`);
  const failed = expect(answer).rejects.toThrow();
  await asked;
  await server.stop(50);
  await failed;
});

it('closes connections that are kept alive without a request', async () => {
  const { server, letGo } = await slowServer();
  letGo();
  await (await fetch(`${server.url}/slow`)).text();
  await server.stop(60_000);
  await expect(fetch(`${server.url}/slow`)).rejects.toThrow();
});

it('rejects with the reason when the port is taken', async () => {
  const { server } = await slowServer();
  const port = Number(new URL(server.url).port);
  await expect(listen(new Hono(), new OpenResponses(), { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await server.stop(0);
});

it.each([
  ['no HTTP at all', 400, '\x16\x03\x01\x02\x00\x01\r\n\r\n'],
  ['no host', 400, 'GET / HTTP/1.1\r\n\r\n'],
  ['a host that is none', 400, 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
  ['a path that is none', 400, 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['endless headers', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(60_000)}\r\n\r\n`],
])('refuses a request with %s by a problem of status %i, and goes on', async (_, status, bytes) => {
  const server = await listen(
    new Hono().get('/', (c) => c.text('here')),
    new OpenResponses(),
    LOCAL,
  );
  const said = await exchange(server.url, bytes);
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(said.toLowerCase()).toContain('content-type: application/problem+json');
  expect(problemSchema.parse(JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)))).toMatchObject({
    status,
    invalid: [{ name: expect.any(String), reason: expect.any(String) }],
  });
  expect(await (await fetch(server.url)).text()).toBe('here');
  await server.stop(0);
});

it('refuses HEAD so without a body', async () => {
  const server = await listen(new Hono(), new OpenResponses(), LOCAL);
  const said = await exchange(server.url, `HEAD / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
  expect(said).toMatch(/^HTTP\/1.1 431 .*content-type: application\/problem\+json.*\r\n\r\n$/is);
  await server.stop(0);
});

/** Gives what a server says to some bytes until it ends the connection. */
async function exchange(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (text: string) => {
    said += text;
  });
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return said;
}
