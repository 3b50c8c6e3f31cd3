import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseSources } from './feeds/sources-file.ts';
import { draftDetailSchema, draftsSchema, pastedSchema } from './schemas/draft-schemas.ts';
import { aDraft } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { type LocalServer, serveLocally } from './testing/serve-locally.ts';
import { aWriter, detailOf, problemOf, type Writer } from './testing/writer.ts';

let test: TestApp;
let news: LocalServer;
let analyst: Writer;
let reporter: Writer;
let served: string | null = null;
beforeAll(async () => {
  news = await serveLocally((request, response) => {
    const body = request.url === '/robots.txt' ? null : served;
    response.writeHead(body === null ? 404 : 200).end(body);
  });
  const source = { id: 'news', name: 'News', kind: 'page', address: addressOf('/listed'), everyMinutes: 60 };
  test = await openTestApp({
    access: { mode: 'login' },
    feeds: {
      sources: parseSources(JSON.stringify({ sources: [{ ...source, allowPrivate: true }] })),
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      limits: { maxBytes: 100_000, maxUnpackedBytes: 100_000, longestMs: 10_000, gapMs: 0 },
    },
  });
  analyst = await aWriter(test, 'analyst');
  reporter = await aWriter(test, 'reporter');
});
afterAll(async () => {
  await test.close();
  await news.close();
});

const addressOf = (path: string) => `http://news.example:${news.port}${path}`;
const EVENT = 'EVENT 2024-03-01 Convoy attacked near Gwadar';
let count = 0;

async function paste(body: object, writer = analyst): Promise<z.infer<typeof pastedSchema>> {
  const response = await writer.send('POST', '/v1/drafts', body);
  if (response.status >= 300) throw new Error(`Expected drafts, got ${response.status}: ${await response.text()}`);
  return pastedSchema.parse(await response.json());
}
/** A text that nobody handed in before. */
async function pasteEvent(changes: object = {}, ...lines: string[]) {
  const pasted = await paste({ text: [`Text ${count++}`, EVENT, ...lines].join('\n'), ...changes });
  const [draft] = pasted.drafts;
  if (!draft) throw new Error('Expected a draft');
  return { ...pasted, draft, id: draft.id };
}
async function show(id: string): Promise<z.infer<typeof draftDetailSchema>> {
  return draftDetailSchema.parse(await (await analyst.send('GET', `/v1/drafts/${id}`)).json());
}
async function list(query = ''): Promise<z.infer<typeof draftsSchema>> {
  return draftsSchema.parse(await (await analyst.send('GET', `/v1/drafts${query}`)).json());
}
const send = (id: string, verb: string, body: unknown, headers = {}) =>
  analyst.send('POST', `/v1/drafts/${id}/${verb}`, body, headers);

describe('an article that is handed in', () => {
  it('becomes drafts with evidence and candidates, each in its place', async () => {
    const text = `A report.\n${EVENT}\nEVENT 2024-03-02 Second\nRECALLS 2023-08-13 An older attack`;
    const { article, drafts, faults, isNew } = await paste({ text, published: '2024-03-03' }, reporter);
    expect([isNew, faults]).toEqual([true, []]);
    expect(article).toMatchObject({
      text,
      published: '2024-03-03',
      address: null,
      sourceId: null,
      takenBy: reporter.id,
    });
    expect(drafts.map(({ kind, draft, state }) => [kind, draft.title, state])).toEqual([
      ['incident', 'Convoy attacked near Gwadar', 'open'],
      ['incident', 'Second', 'open'],
      ['recalled', 'An older attack', 'open'],
    ]);
    const [first] = drafts;
    const [{ start = 0, end = 0 } = {}] = first?.evidence ?? [];
    expect(text.slice(start, end)).toBe(EVENT);
    const detail = await show(first?.id ?? '');
    expect(detail).toMatchObject({
      article: { text },
      candidates: [{ field: 'eventType', values: [{ value: 'Protests' }, { value: 'Riots', evidence: null }] }],
      siblings: [{ title: 'Second', state: 'open' }],
      recalled: [{ draft: { title: 'An older attack' }, kind: 'recalled' }],
    });
  });

  it('is no second draft when it comes again, however it is spaced, by text or by address', async () => {
    const { article } = await pasteEvent({ address: 'https://elsewhere.example/1' });
    const again = await paste({ text: ` ${article.text.toUpperCase().replaceAll('\n', '\n\n')} ` });
    expect([again.isNew, again.article.id, again.drafts.length]).toEqual([false, article.id, 1]);
    const byAddress = await paste({ address: 'https://elsewhere.example/1?utm_source=x#top' }, reporter);
    expect([byAddress.isNew, byAddress.article.id]).toEqual([false, article.id]);
  });

  it('is fetched from a listed host, and becomes a source of its drafts', async () => {
    served = `<title>At Gwadar</title><time>2024-03-02</time><p>${EVENT}</p>`;
    const { article, drafts } = await paste({ address: addressOf('/a') });
    const source = { publisher: 'News', title: 'At Gwadar', url: addressOf('/a'), date: '2024-03-02' };
    expect(article).toMatchObject({ title: 'At Gwadar', address: addressOf('/a'), published: '2024-03-02' });
    expect(drafts[0]?.draft.sources).toEqual([{ ...source, grade: null, basedOn: '' }]);
  });

  it.each([
    [
      'an address of a host that is not listed',
      { address: 'https://other.example/1' },
      400,
      /other\.example, a host that the operator does not list; .* paste its text/,
    ],
    ['neither text nor address', {}, 400, /a text or an address/],
    ['no text', { text: ' \n ' }, 400, /it has no text/],
    ['a text that is too long', { text: 'x'.repeat(200_001) }, 400, /text: /],
    ['an address that is none', { address: 'javascript:alert(1)' }, 400, /address: /],
    ['a day that there is not', { text: 'x', published: '2024-02-30' }, 400, /published: /],
    ['what else is said', { text: 'x', title: 'y' }, 400, /title/],
  ])('is refused with %s', async (_, body, status, reason) => {
    const problem = await problemOf(await analyst.send('POST', '/v1/drafts', body));
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(reason) });
  });

  it('says why a listed page could not be read, and what to do instead', async () => {
    served = null;
    const problem = await problemOf(await analyst.send('POST', '/v1/drafts', { address: addressOf('/gone') }));
    expect(problem).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/status 404\. Open it and paste its text/),
    });
    served = '<html>menus only</html>';
    const empty = await problemOf(await analyst.send('POST', '/v1/drafts', { address: addressOf('/empty') }));
    expect(empty).toMatchObject({ status: 409, detail: expect.stringMatching(/no article/) });
  });

  it('loses what no record may hold, and keeps evidence in its place', async () => {
    const { article, draft } = await pasteEvent({}, 'turned \u202e round, \0 nothing and \ud800 half');
    expect(article.text).toMatch(/turned {3}round, {3}nothing and {3}half$/);
    const [{ start = 0, end = 0 } = {}] = draft.evidence;
    expect(article.text.slice(start, end)).toBe(EVENT);
  });

  it.each(['-000001-01-01', '+099999-01-01', '0000-01-01', 'yesterday', '9999-99-99'])(
    'is kept without its date where the page says %s, which is said',
    async (day) => {
      served = `<title>Dated ${day}</title><time>${day}</time><p>Text ${count++}</p>`;
      const { article, faults } = await paste({ address: addressOf(`/dated-${count}`) });
      expect([article.published, faults]).toEqual([null, [`its date "${day}" cannot be read`]]);
    },
  );

  it('keeps the drafts that are sound, and says of the others why they are none', async () => {
    const { drafts, faults } = await paste({ text: `${EVENT} indeed\nEVENT 2024-02-30 On no day` });
    expect(drafts.map(({ draft }) => draft.title)).toEqual(['Convoy attacked near Gwadar indeed']);
    expect(faults).toEqual([
      expect.stringMatching(/^draft 2 of ".*" is none: draft\.occurred\.start: must be an existing date/),
    ]);
  });
});

describe('a draft', () => {
  it('is filed by the rules of every incident, once, and keeps the link', async () => {
    const { id } = await pasteEvent();
    const wrong = await problemOf(await send(id, 'file', aDraft({ targetedSites: ['no-such-site'] })));
    expect(wrong).toMatchObject({ status: 400, invalid: [{ name: 'targetedSites.0' }] });
    expect(await show(id)).toMatchObject({ state: 'open' });
    const key = { 'Idempotency-Key': `filing-${id}` };
    const filed = await detailOf(await send(id, 'file', aDraft(), key));
    expect(filed).toMatchObject({ status: 'reported', version: 1, reportedBy: { id: analyst.id } });
    expect(await show(id)).toMatchObject({ state: 'filed', incident: filed.id, decidedBy: { id: analyst.id } });
    expect((await detailOf(await send(id, 'file', aDraft(), key))).id).toBe(filed.id);
    for (const headers of [{}, { 'Idempotency-Key': 'another-key' }]) {
      expect(await problemOf(await send(id, 'file', aDraft(), headers))).toMatchObject({ status: 409 });
    }
    const entry = (await test.store.auditEntries()).findLast(({ action }) => action === 'incident.file');
    expect(entry).toMatchObject({ subject: { id: filed.id }, detail: { draft: id } });
  });

  it('is filed by one of two who do it at once', async () => {
    const { id } = await pasteEvent();
    const other = await aWriter(test, 'analyst', 'other');
    const both = [analyst, other].map((writer) => writer.send('POST', `/v1/drafts/${id}/file`, aDraft()));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('names records that may tell of the same, and is linked to one of them as its source', async () => {
    const record = await analyst.file({ title: 'Convoy attacked near Gwadar' });
    const address = `https://elsewhere.example/linked-${count}`;
    const { id } = await pasteEvent({ address, published: '2024-03-02' });
    expect((await show(id)).duplicates.map(({ incident }) => incident.id)).toContain(record.id);
    const linked = await detailOf(await send(id, 'link', { incident: record.id }));
    expect(linked).toMatchObject({ id: record.id, version: 2 });
    expect(linked.sources.at(-1)).toMatchObject({ url: address, date: '2024-03-02' });
    expect(await show(id)).toMatchObject({ state: 'linked', incident: record.id });
    expect((await problemOf(await send(id, 'link', { incident: record.id }))).status).toBe(409);
    expect((await analyst.read(record.id)).version).toBe(2);
  });

  it('that an article recalls is matched with its record and linked to it, never filed', async () => {
    const record = await analyst.file({ title: 'Bombing at the airport of Gwadar', occurred: DAY });
    const recalls = `RECALLS ${DAY.start} Bombing at the airport of Gwadar`;
    const { drafts, id } = await pasteEvent({ address: `https://elsewhere.example/recalls-${count}` }, recalls);
    const { recalled } = await show(id);
    expect(recalled[0]?.matches[0]?.incident.id).toBe(record.id);
    const older = drafts.find(({ kind }) => kind === 'recalled')?.id ?? '';
    expect((await problemOf(await send(older, 'file', aDraft()))).status).toBe(409);
    expect((await detailOf(await send(older, 'link', { incident: record.id }))).sources).toHaveLength(2);
    expect(await show(id)).toMatchObject({ state: 'open', recalled: [{ state: 'linked', incident: record.id }] });
  });

  it('is linked without a new version where the record cites the article already', async () => {
    const address = `https://elsewhere.example/cited-${count}`;
    const record = await analyst.file({
      sources: [{ publisher: 'N', title: 'T', url: address, date: null, grade: null, basedOn: '' }],
    });
    const { id } = await pasteEvent({ address });
    expect(await detailOf(await send(id, 'link', { incident: record.id }))).toMatchObject({ version: 1 });
    expect(await show(id)).toMatchObject({ state: 'linked' });
  });

  it('is not linked to nothing, to a merged double, or without an address', async () => {
    const record = await analyst.file();
    const { id: pasted } = await pasteEvent();
    expect((await problemOf(await send(pasted, 'link', { incident: record.id }))).detail).toMatch(/without an address/);
    const { id } = await pasteEvent({ address: `https://elsewhere.example/nothing-${count}` });
    expect((await problemOf(await send(id, 'link', { incident: 'no-such-id' }))).status).toBe(404);
    const double = await analyst.file();
    await test.store.mergeIncidents([double.id], record.id, { by: 'tester', reason: 'a test' });
    expect((await problemOf(await send(id, 'link', { incident: double.id }))).detail).toMatch(/is merged into/);
    expect(await show(id)).toMatchObject({ state: 'open' });
  });

  it('is dismissed with a reason, once', async () => {
    const { id } = await pasteEvent();
    expect((await problemOf(await send(id, 'dismiss', { reason: ' ' }))).status).toBe(400);
    expect((await send(id, 'dismiss', { reason: 'no incident' })).status).toBe(200);
    expect(await show(id)).toMatchObject({ state: 'dismissed', reason: 'no incident', decidedBy: { id: analyst.id } });
    expect((await problemOf(await send(id, 'dismiss', { reason: 'again' }))).detail).toMatch(/was dismissed already/);
    expect((await problemOf(await send(id, 'file', aDraft()))).status).toBe(409);
  });
});

describe('the list of drafts', () => {
  beforeEach(async () => {
    for (const draft of (await list('?limit=200')).items) await test.store.drafts.dismiss(draft.id, 'tester', 'a test');
  });

  it('has what waits, newest first, page by page, by state and kind', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 3; number++)
      ids.unshift((await pasteEvent({}, `RECALLS 2020-01-0${number + 1} Old`)).id);
    const whole = await list('?kind=incident');
    expect(whole.items.map(({ id }) => id)).toEqual(ids);
    expect(whole).toMatchObject({ open: { incident: 3, recalled: 3 }, next: null });
    const first = await list('?kind=incident&limit=2');
    const rest = await list(`?kind=incident&limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect((await list()).items).toHaveLength(6);
    await send(ids[0] ?? '', 'dismiss', { reason: 'no incident' });
    expect((await list('?kind=incident')).items.map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await list('?status=dismissed&limit=1')).items[0]?.id).toBe(ids[0]);
    expect((await list('?status=all&kind=incident&limit=3')).items.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    '?status=new',
    '?kind=x',
    '?limit=0',
    '?cursor=x',
    '?cursor=2024-02-30T00:00:00.000000Z_6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    '?q=x',
  ])('refuses %s', async (query) => {
    expect((await problemOf(await analyst.send('GET', `/v1/drafts${query}`))).status).toBe(400);
  });
});

const DAY = { start: '2019-08-13', end: '2019-08-13', precision: 'day' } as const;

afterEach(() => {
  served = null;
});
