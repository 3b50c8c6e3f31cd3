import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer, type ServerProcess } from './testing/build-server.ts';
import { serveLocally } from './testing/serve-locally.ts';

let dataDir: string;
let server: BuiltServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corridor-main-'));
  server = await buildServer('main-test');
});
afterEach(() => server.killAll());
afterAll(async () => {
  await server.remove();
  await rm(dataDir, { recursive: true, force: true });
});

function run(env: Record<string, string>): ServerProcess {
  return server.start({ DATA_DIR: join(dataDir, 'data'), ...env });
}

describe('the built server', { timeout: 120_000 }, () => {
  it('creates and fills its database once, and stops cleanly with an event stream open', async () => {
    const first = run({});
    const url = await first.url();
    expect(first.output()).toMatch(/^Creating the database …\nLoading \d+ incidents …\n/);
    expect(await (await fetch(`${url}/v1/incidents?limit=1`)).json()).toMatchObject({ revision: 1 });
    expect((await fetch(`${url}/docs/swagger-ui.css`)).status).toBe(200);
    const stream = await fetch(`${url}/v1/events`);
    const events = stream.text();
    first.child.kill('SIGTERM');
    expect(await events).toContain('event: revision');
    expect(await first.exit).toBe(0);

    const second = run({});
    await second.url();
    expect(second.output()).not.toMatch(/Creating|Loading/);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  it('finishes a request in flight before it ends', async () => {
    const running = run({});
    const url = await running.url();
    const response = await fetch(`${url}/v1/incidents.ndjson`);
    running.child.kill('SIGTERM');
    await running.until(/Stopping on SIGTERM/);
    const lines = (await response.text()).split('\n').slice(0, -1);
    expect(String(lines.length)).toBe(response.headers.get('X-Corridor-Matched'));
    expect(await running.exit).toBe(0);
  });

  it('reads articles in its worker, which ends with it', async () => {
    const text = 'A bomb killed three people in Quetta on Monday, police said. '.repeat(10);
    const news = await serveLocally((request, response) => {
      const isPage = request.url === '/today';
      response.writeHead(isPage ? 200 : 404).end(isPage ? `<article><h1>Blast</h1><p>${text}</p></article>` : '');
    });
    const page = { address: `http://127.0.0.1:${news.port}/today`, everyMinutes: 60, allowPrivate: true };
    const sources = [{ id: 'news', name: 'News', kind: 'page', ...page }];
    const file = join(dataDir, 'sources.json');
    await writeFile(file, JSON.stringify({ sources }));
    const running = run({ SOURCES_FILE: file });
    const url = await running.url();
    const feed = async () => (await fetch(`${url}/v1/feeds`)).text();
    await expect.poll(feed, { timeout: 60_000, interval: 200 }).toMatch(/"rows":1|"reason"/);
    expect(await feed()).not.toContain('"reason"');
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('corridor_drafts_open{kind="incident"} 1');
    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    await news.close();
  });

  it('answers over the wire what no client library would send', async () => {
    const running = run({});
    const url = await running.url();
    for (const path of [`/v1/incidents?q=${'a'.repeat(100_000)}`, '/v1/incidents?q=%', `/v1/${'a'.repeat(19_000)}`]) {
      const { status } = await fetch(url + path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });

  it('says that the port is in use, and ends with 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const running = run({ PORT: String(port) });
    expect(await running.exit).toBe(1);
    expect(running.output()).toMatch(/port is in use.*Set PORT/);
    taken.close();
  });

  it('names every wrong variable, and ends with 1', async () => {
    const running = run({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await running.exit).toBe(1);
    expect(running.output()).toMatch(/PORT must be .*\nLOG_LEVEL must be one of/);
  });

  it('names every fault of the file of sources, and ends with 1 before it makes a database', async () => {
    const file = join(dataDir, 'sources.json');
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, JSON.stringify({ sources: [{ id: 'news', kind: 'rss', everyMinutes: 1 }] }));
    const running = run({ DATA_DIR: join(dataDir, 'unmade'), SOURCES_FILE: file });
    expect(await running.exit).toBe(1);
    expect(running.output()).toMatch(
      /environment is wrong:\nSOURCES_FILE: sources\[0\]\.name must be .*\nSOURCES_FILE/,
    );
    expect(existsSync(join(dataDir, 'unmade'))).toBe(false);
  });

  it('prints a link that makes the first admin until there is one', async () => {
    const env = { DATA_DIR: join(dataDir, 'people'), ACCESS: 'login', LOG_LEVEL: 'trace' };
    const link = /first admin, open \(it works once\): (http:\S+)\/welcome\?token=(\S+)/;
    const first = run(env);
    const [, origin = '', early = ''] = await first.until(link);
    first.child.kill('SIGTERM');
    await first.exit;
    const second = run(env);
    const url = await second.url();
    const token = link.exec(second.output())?.[2] ?? '';
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const make = (used: string) =>
      fetch(`${url}/v1/access/first-admin`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ token: used, name: 'First', email: 'a@b.example', password: 'lantern quietly orbit' }),
      });
    expect((await fetch(`${url}/v1/summary`)).status).toBe(401);
    expect((await make(early)).status).toBe(404);
    expect((await make(token)).status).toBe(200);
    expect(second.output().split(token)).toHaveLength(2);
    expect(second.output()).not.toContain('lantern');
    second.child.kill('SIGTERM');
    await second.exit;
    const third = run(env);
    await third.url();
    expect(third.output()).not.toContain('welcome');
    third.child.kill('SIGTERM');
    expect(await third.exit).toBe(0);
  });

  it('refuses to be open where others reach it', async () => {
    const running = run({ HOST: '0.0.0.0', ACCESS: 'open' });
    expect(await running.exit).toBe(1);
    expect(running.output()).toMatch(/ACCESS=open lets everybody who can reach 0\.0\.0\.0 read everything/);
  });

  it('says that the data directory is in use by another server', async () => {
    const first = run({});
    await first.url();
    const second = run({});
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/The store cannot be opened: .+/);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
