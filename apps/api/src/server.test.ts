import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { OpenResponses } from './load/open-responses.ts';
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
