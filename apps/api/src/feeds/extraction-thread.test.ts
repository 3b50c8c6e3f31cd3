import { loadPortfolio } from '@corridor/cpec-data';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildExtractionWorker } from '../testing/build-extraction-worker.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { type LocalServer, serveLocally } from '../testing/serve-locally.ts';
import { aWriter, problemOf } from '../testing/writer.ts';
import { type ExtractionNames, extractionNames } from './extraction-names.ts';
import { ExtractionThread, THREAD_LIMITS, type ThreadLimits } from './extraction-thread.ts';
import { parseSources } from './sources-file.ts';

/** Takes minutes to read. */
const ENDLESS = `<html><body>${'<div>'.repeat(3000)}text${'</div>'.repeat(3000)}</body></html>`;
const NEWS = 'A bomb killed three people in Quetta on Monday, police said.';
const SHORT: ThreadLimits = { ...THREAD_LIMITS, readMs: 5_000, queue: { waiting: 0, longestWaitMs: 5_000 } };

let built: Awaited<ReturnType<typeof buildExtractionWorker>>;
let names: ExtractionNames;
let thread: ExtractionThread;
const errors: unknown[] = [];
beforeAll(async () => {
  names = extractionNames(await loadPortfolio());
  built = await buildExtractionWorker('extraction-thread');
});
afterAll(() => built.remove());
afterEach(async () => {
  await thread.stop();
  errors.length = 0;
});

function aThread(limits: ThreadLimits, worker = built.url): ExtractionThread {
  thread = new ExtractionThread({ worker, names, limits, onError: (error) => errors.push(error) });
  return thread;
}
const draftsOf = async (text: string) =>
  (await thread.extractDrafts(thread.articleOfText(text, { published: '2024-03-05' }))).drafts;
const reasonOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'it was read',
    (error: unknown) => String(error),
  );

describe('ExtractionThread', { timeout: 120_000 }, () => {
  it('gives what the rules read', async () => {
    aThread(THREAD_LIMITS);
    const page = `<html><head><title>Blast</title></head><body><article><p>${`${NEWS} `.repeat(10)}</p></article></body></html>`;
    expect((await thread.readArticle(page, 'https://news.example/1')).text).toContain(NEWS);
    const [draft] = await draftsOf(NEWS);
    expect(draft?.draft).toMatchObject({
      occurred: { start: '2024-03-04' },
      place: { district: 'Quetta' },
      casualties: { killed: { best: 3 } },
    });
    const article = thread.articleOfText(NEWS, { published: '2024-03-05' });
    const proposal = { event: 0, field: 'target', value: 'three people', quote: 'three people' };
    const answer = JSON.stringify({ proposals: [proposal] });
    const read = await thread.readProposal({ answer, model: 'a-model', article, drafts: draft ? [draft] : [] });
    expect(JSON.stringify(read.drafts)).toContain('"proposedBy":"a-model"');
  });

  it('says why a page has no article, and reads the next with the same worker', async () => {
    aThread(THREAD_LIMITS);
    expect(await reasonOf(thread.readArticle('<html><body></body></html>', 'https://news.example/1'))).toContain(
      'no article',
    );
    expect(await draftsOf(NEWS)).toHaveLength(1);
  });

  it('ends what is read when it stops, and reads nothing more', async () => {
    aThread(THREAD_LIMITS);
    await draftsOf(NEWS);
    const reading = reasonOf(thread.readArticle(ENDLESS, 'https://news.example/1'));
    const waiting = reasonOf(draftsOf(NEWS));
    // The lane gives way once before it lets in.
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    await thread.stop();
    expect(await reading).toContain('the reader was stopped');
    expect(await waiting).toContain('Problem');
    expect(await reasonOf(draftsOf(NEWS))).toContain('cannot be read now');
  });

  it('fails no text for a worker that does not start', async () => {
    aThread(THREAD_LIMITS, new URL('missing.js', built.url));
    expect(await reasonOf(draftsOf(NEWS))).toBe('Problem: Articles cannot be read now; try again in a few seconds.');
    expect(errors).toHaveLength(1);
  });

  it('fails what takes too much memory, and reads the next', async () => {
    aThread({ ...THREAD_LIMITS, readMs: 60_000, memoryMb: 100 });
    await draftsOf(NEWS);
    const page = `<html><body>${'<!--x-->'.repeat(490_000)}</body></html>`;
    expect(await reasonOf(thread.readArticle(page, 'https://news.example/1'))).toContain('too much memory');
    expect(await draftsOf(NEWS)).toHaveLength(1);
  });
});

describe('the server, while it reads a page that takes too long', { timeout: 120_000 }, () => {
  let test: TestApp;
  let news: LocalServer;
  beforeAll(async () => {
    news = await serveLocally((request, response) => {
      const isSlow = request.url === '/slow';
      response.writeHead(isSlow ? 200 : 404).end(isSlow ? ENDLESS : '');
    });
    const address = `http://news.example:${news.port}/`;
    const source = { id: 'news', name: 'News', kind: 'page', address, everyMinutes: 60 };
    test = await openTestApp({
      access: { mode: 'login' },
      feeds: {
        sources: parseSources(JSON.stringify({ sources: [{ ...source, allowPrivate: true }] })),
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        limits: { maxBytes: 100_000, maxUnpackedBytes: 100_000, longestMs: 10_000, gapMs: 0 },
        extractor: aThread(SHORT),
      },
    });
  });
  afterAll(async () => {
    await test.close();
    await news.close();
  });

  it('answers others first, refuses more articles than it can read, and reads the next one', async () => {
    const writer = await aWriter(test, 'analyst');
    const hand = (body: object) => writer.send('POST', '/v1/drafts', body);
    expect((await hand({ text: `First. ${NEWS}` })).status).toBe(201);
    const order: string[] = [];
    const slow = hand({ address: `http://news.example:${news.port}/slow` }).then((answer) => {
      order.push('slow');
      return answer;
    });
    while (!news.asked.some(({ path }) => path === '/slow')) await new Promise(setImmediate);
    let refused = await hand({ text: `Beside it 0. ${NEWS}` });
    for (let more = 1; refused.status !== 503 && order.length === 0; more++) {
      refused = await hand({ text: `Beside it ${more}. ${NEWS}` });
    }
    expect((await problemOf(refused)).code).toBe('overloaded');
    for (let other = 0; other < 5; other++) {
      expect((await test.app.request('/healthz')).status).toBe(200);
      order.push('other');
    }
    const failed = await problemOf(await slow);
    expect([failed.code, failed.detail]).toEqual([
      'conflict',
      expect.stringContaining('reading it takes more than 5 seconds'),
    ]);
    expect(order).toEqual([...Array(5).fill('other'), 'slow']);
    expect((await hand({ text: `Afterwards. ${NEWS}` })).status).toBe(201);
  });
});
