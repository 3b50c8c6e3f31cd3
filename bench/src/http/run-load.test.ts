import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { runLoad, timeAt } from './run-load.ts';

async function serve(answer: (path: string) => { readonly status: number; readonly retryAfter?: string }) {
  const server = createServer((incoming, response) => {
    const { status, retryAfter } = answer(incoming.url ?? '');
    if (status === 0) return void response.destroy();
    response.writeHead(status, retryAfter ? { 'Retry-After': retryAfter } : {}).end('four');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('Expected a port');
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${address.port}`, stop };
}

test('every answer is counted once, by its status, with its bytes and time', async () => {
  const { url, stop } = await serve((path) => ({ status: path.endsWith('0') ? 404 : 200 }));
  const load = await runLoad(url, { connections: 3, seconds: 0.2, pathAt: (turn) => `/${turn}` });
  stop();
  const [good = 0, bad = 0] = [load.statuses.get(200), load.statuses.get(404)];
  expect(good).toBeGreaterThan(bad);
  expect(bad).toBeGreaterThan(0);
  expect(load.answered).toBe(good + bad);
  expect(load.times).toHaveLength(good);
  expect(load.bytes).toBe(4 * load.answered);
  expect(timeAt(load, 0.99)).toBeGreaterThanOrEqual(timeAt(load, 0.5));
});

test('a refusal without Retry-After and a broken connection are told apart', async () => {
  const answers = [{ status: 503 }, { status: 503, retryAfter: '1' }, { status: 0 }];
  const { url, stop } = await serve((path) => answers[Number(path.slice(1)) % 3] ?? { status: 200 });
  const load = await runLoad(url, { connections: 1, seconds: 0.2, pathAt: (turn) => `/${turn}` });
  stop();
  expect(load.withoutRetryAfter).toBeGreaterThan(0);
  expect(load.statuses.get(503)).toBeGreaterThan(load.withoutRetryAfter);
  expect(load.broken).toBeGreaterThan(0);
});
