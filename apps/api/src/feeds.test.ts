import type { RequestListener } from 'node:http';
import { dayOf } from '@corridor/domain';
import { startThrowawayPostgres } from '@corridor/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseSources } from './feeds/sources-file.ts';
import { type feedSchema, feedsSchema } from './schemas/feed-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { type LocalServer, serveLocally } from './testing/serve-locally.ts';
import { aWriter, problemOf, type Writer } from './testing/writer.ts';

const SOON = { timeout: 60_000, interval: 250 };
const LIMITS = { maxBytes: 1_000_000, maxUnpackedBytes: 1_000_000, longestMs: 10_000, gapMs: 0 };

const servers: LocalServer[] = [];
async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = await serveLocally(listener);
  servers.push(server);
  return server;
}
const item = (path: string) => `<item><link>${path}</link></item>`;
const rss = (...paths: string[]) => `<rss version="2.0"><channel>${paths.map(item).join('')}</channel></rss>`;
const page = (title: string, ...lines: string[]) =>
  `<title>${title}</title><time>2025-05-26</time>${lines.map((line) => `<p>${line}</p>`).join('')}`;

/** A site with a feed of so many articles, which it serves again only if it changed. */
function aSite() {
  const site = { feed: rss('/1', '/2', 'http://elsewhere.example/3'), isBroken: false };
  const pages: Readonly<Record<string, string>> = {
    '/1': page(
      'One',
      'Something happened.',
      'EVENT 2025-05-25 Blast near Quetta',
      'RECALLS 2024-10-06 Airport bombing',
    ),
    '/2': page('Two', 'EVENT 2025-05-24 Convoy attacked', 'EVENT 2025-05-23 Gas pipeline blown up'),
    '/new': page('New', 'Nothing to report.'),
  };
  const listener: RequestListener = (request, response) => {
    if (site.isBroken) return void response.writeHead(500).end();
    const etag = `"${site.feed.length}"`;
    if (request.url === '/feed' && request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    const body = request.url === '/feed' ? site.feed : pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { ETag: etag }).end(body);
  };
  return { site, listener };
}

const bomb = `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><rss><channel><item><title>&b;</title></item></channel></rss>`;

async function feedsOf(writer: Writer): Promise<z.infer<typeof feedsSchema>> {
  return feedsSchema.parse(await (await writer.send('GET', '/v1/feeds')).json());
}
async function feedOf(writer: Writer, id: string): Promise<z.infer<typeof feedSchema>> {
  const feed = (await feedsOf(writer)).items.find((found) => found.id === id);
  if (!feed) throw new Error(`There is no source ${id}`);
  return feed;
}

function sourcesOf(sources: Readonly<Record<string, object>>) {
  const all = Object.entries(sources).map(([id, source]) => ({
    id,
    name: id,
    kind: 'rss',
    everyMinutes: 30,
    ...source,
  }));
  return parseSources(JSON.stringify({ sources: all }));
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('watched sources', () => {
  it('keep working beside others that fail, each of which has its reason', { timeout: 300_000 }, async () => {
    const { listener, site } = aSite();
    const good = await serve(listener);
    const failing = await serve((_, response) => void response.writeHead(500).end());
    const hanging = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
    });
    const redirecting = await serve((request, response) => {
      const location = `http://sneaky.example:${good.port}/1`;
      response.writeHead(request.url === '/robots.txt' ? 404 : 302, { Location: location }).end();
    });
    const bombing = await serve((_, response) => void response.end(bomb));
    const at = ({ port }: LocalServer, name: string) => ({ address: `http://${name}.example:${port}/feed` });
    const test = await openTestApp({
      feeds: {
        sources: sourcesOf({
          hanging: { ...at(hanging, 'hanging'), allowPrivate: true },
          failing: { ...at(failing, 'failing'), allowPrivate: true },
          bombing: { ...at(bombing, 'bombing'), allowPrivate: true },
          redirecting: { ...at(redirecting, 'redirecting'), allowPrivate: true },
          sneaky: at(good, 'sneaky'),
          good: { ...at(good, 'good'), allowPrivate: true },
          page: { address: `http://good.example:${good.port}/new`, kind: 'page', allowPrivate: true },
          off: { ...at(failing, 'off'), enabled: false },
        }),
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        limits: LIMITS,
      },
    });
    try {
      const analyst = await aWriter(test, 'analyst');
      const { items } = await feedsOf(analyst);
      expect(items.map(({ id }) => id).at(-1)).toBe('off');
      for (const id of ['good', 'page', 'hanging', 'failing', 'bombing', 'redirecting', 'sneaky']) {
        await expect.poll(async () => (await feedOf(analyst, id)).lastAttempt, SOON).not.toBeNull();
      }
      const reasons = new Map(
        (await feedsOf(analyst)).items.map(({ failures, id, state }) => [id, [state, failures[0]?.reason ?? '']]),
      );
      expect(Object.fromEntries(reasons)).toEqual({
        hanging: ['error', expect.stringMatching(/^hanging\.example:\d+ did not answer in time$/)],
        failing: ['error', 'robots.txt cannot be read, so nothing is: it answers with status 500'],
        bombing: ['error', 'it declares entities of its own, which are not read'],
        redirecting: ['error', expect.stringMatching(/sneaky\.example is the private address 127\.0\.0\.1/)],
        sneaky: ['error', expect.stringMatching(/sneaky\.example is the private address 127\.0\.0\.1/)],
        // The articles are older than ten times the shortest rhythm.
        good: ['very-stale', expect.stringMatching(/^http:\/\/elsewhere\.example\/3: .* SOURCES_FILE does not list$/)],
        page: ['very-stale', ''],
        off: ['disabled', ''],
      });
      expect(await feedOf(analyst, 'good')).toMatchObject({
        rows: 2,
        failed: 0,
        lastRecord: '2025-05-26T00:00:00.000Z',
      });
      expect((await feedOf(analyst, 'good')).lagHours).toBeGreaterThan(0);
      expect(await test.store.drafts.openCounts()).toEqual({ incident: 3, recalled: 1 });

      const checkAgain = async (change: () => void) => {
        const { lastAttempt } = await feedOf(analyst, 'good');
        change();
        expect((await analyst.send('POST', '/v1/feeds/good/check')).status).toBe(202);
        await expect.poll(async () => (await feedOf(analyst, 'good')).lastAttempt, SOON).not.toBe(lastAttempt);
        return feedOf(analyst, 'good');
      };
      const asked = good.asked.length;
      expect(await checkAgain(() => undefined)).toMatchObject({ rows: 2, failed: 0 });
      expect(good.asked.slice(asked)).toMatchObject([{ path: '/feed', etag: expect.stringMatching(/^"\d+"$/) }]);
      const broken = await checkAgain(() => {
        site.isBroken = true;
      });
      expect(broken).toMatchObject({
        state: 'error',
        failed: 1,
        failures: [{ reason: 'it answers with status 500' }, {}],
      });
      const whole = await checkAgain(() => {
        site.isBroken = false;
        site.feed = rss('/new', '/1');
      });
      // The page's own source has brought the same text already.
      expect(whole).toMatchObject({ state: 'very-stale', failed: 0, rows: 2 });
    } finally {
      await test.close();
    }
  });

  it('are watched by one of two processes, which looks when the other is asked to', { timeout: 120_000 }, async () => {
    const postgres = await startThrowawayPostgres();
    const { listener } = aSite();
    const server = await serve(listener);
    const feeds = {
      sources: sourcesOf({ good: { address: `http://good.example:${server.port}/feed`, allowPrivate: true } }),
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      limits: LIMITS,
    };
    const databaseUrl = await postgres.createDatabase();
    const first = await openTestApp({ databaseUrl, feeds });
    const second = await openTestApp({ databaseUrl, feeds });
    try {
      const other = await aWriter(second, 'analyst');
      await expect.poll(async () => (await feedOf(other, 'good')).rows, SOON).toBe(2);
      const count = () => server.asked.filter(({ path }) => path === '/feed').length;
      expect(count()).toBe(1);
      await other.send('POST', '/v1/feeds/good/check');
      await expect.poll(count, SOON).toBe(2);
      expect(server.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    } finally {
      await second.close();
      await first.close();
      await postgres.stop();
    }
  });
});

describe('/v1/feeds', () => {
  let test: TestApp;
  let analyst: Writer;
  beforeAll(async () => {
    test = await openTestApp({ access: { mode: 'login' } });
    analyst = await aWriter(test, 'analyst');
  });
  afterAll(() => test.close());

  it('names every origin of the records, with its newest day and last write', async () => {
    const before = await feedsOf(analyst);
    const days = test.portfolio.incidents.map(({ occurred }) => occurred.start).sort();
    expect(before.items).toEqual([]);
    expect(before.origins.reduce((sum, { rows }) => sum + rows, 0)).toBe(test.portfolio.incidents.length);
    expect(
      before.origins
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1),
    ).toBe(days.at(-1));
    const old = before.origins.find(({ origin }) => origin === 'corridor-watch');
    expect(before.covered).toEqual([
      { from: `${days[0]?.slice(0, 7)}-01`, to: expect.stringMatching(`^${days.at(-1)?.slice(0, 7)}-`) },
    ]);
    expect(old?.firstDay).toBe(days[0]);
    expect(old?.lagDays).toBe(Math.floor(Date.now() / 86_400_000) - dayOf(old?.lastDay ?? ''));
    const filed = await analyst.file({ occurred: { start: '2030-01-01', end: '2030-01-01', precision: 'day' } });
    const after = (await feedsOf(analyst)).origins.find(({ origin }) => origin === filed.origin);
    expect(after).toMatchObject({ lastDay: '2030-01-01', lagDays: 0, state: 'fresh', staleAfterDays: 31 });
    expect(after?.lastWriteAt).toBe(await test.store.writtenAt(filed.revision));
  });

  it('is covered by one stray record in its own month alone', async () => {
    await analyst.file({ occurred: { start: '1962-05-05', end: '1962-05-05', precision: 'day' } });
    const { covered, origins } = await feedsOf(analyst);
    expect(covered[0]).toEqual({ from: '1962-05-01', to: '1962-05-31' });
    expect(covered[1]?.from).toMatch(/^20/);
    expect(origins.find(({ firstDay }) => firstDay === '1962-05-05')?.covered[0]).toEqual(covered[0]);
  });

  it('is kept nowhere, and belongs to no revision', async () => {
    const { headers } = await analyst.send('GET', '/v1/feeds');
    expect([headers.get('Cache-Control'), headers.get('ETag')]).toEqual(['no-store', null]);
  });

  it('knows no source that the operator does not list', async () => {
    const response = await analyst.send('POST', '/v1/feeds/no-such-id/check');
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
