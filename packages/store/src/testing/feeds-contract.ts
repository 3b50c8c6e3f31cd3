import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DraftContent, DraftSettlement, NewArticle } from '../drafts.ts';
import type { SourceAttempt } from '../feeds.ts';
import type { Store } from '../store.ts';
import { anIncident } from './any-incident.ts';
import type { TestStorage } from './store-contract.ts';

/** What every store keeps to of watched sources, articles and the drafts that were read out of them. */
export function describeFeedsContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s feeds and drafts`, { timeout: 120_000 }, () => {
    let storage: TestStorage;
    let store: Store;
    beforeEach(async () => {
      storage = await makeStorage();
      store = await storage.open();
    });
    afterEach(async () => {
      await store.close();
      await storage.remove();
    });
    const stateOf = async (id: string) => (await store.feeds.states([id])).get(id);
    const add = (changes: Partial<NewArticle>, drafts = [anEvent('one')]) =>
      store.drafts.addArticle(anArticle(changes), drafts);
    const draftsOf = async (articleId: string) =>
      (await store.drafts.ofArticle(articleId)).map(({ draft }) => draft.title);

    test('a source is due at once, then when its last attempt says, then when somebody asks', async () => {
      await store.feeds.know(['news', 'radio']);
      await store.feeds.know(['news']);
      expect(await store.feeds.due(['radio', 'news', 'other'])).toEqual(['news', 'radio']);
      await store.feeds.noteAttempt('news', anAttempt({ nextInSeconds: 600 }));
      await store.feeds.noteAttempt('radio', anAttempt({ nextInSeconds: 0 }));
      expect(await store.feeds.due(['radio', 'news'])).toEqual(['radio']);
      expect(await store.feeds.makeDue('news')).toBe(true);
      expect(await store.feeds.makeDue('other')).toBe(false);
      expect(await store.feeds.due(['news'])).toEqual(['news']);
    });

    test('a source’s state follows its attempts: failures in a row, the last reasons, rows, the newest record', async () => {
      await store.feeds.know(['news']);
      expect(await stateOf('news')).toMatchObject({
        ...{ attemptedAt: null, succeededAt: null, etag: '', failures: 0, faults: [], rows: 0 },
        ...{ lastRecordAt: null, firstReadAt: null, usualGapHours: null },
      });
      const validators = { etag: '"1"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' };
      const lastRecordAt = '2024-03-01T10:00:00.000Z';
      await store.feeds.noteAttempt('news', anAttempt({ validators, rows: 3, lastRecordAt, reasons: ['left out'] }));
      const good = await stateOf('news');
      expect(good).toMatchObject({ ...validators, failures: 0, rows: 3, lastRecordAt });
      expect(good?.succeededAt).toBe(good?.attemptedAt);
      for (let number = 0; number < 30; number++) {
        const reasons = [`failure ${number}`];
        const older = '2024-02-01T00:00:00.000Z';
        await store.feeds.noteAttempt('news', anAttempt({ succeeded: false, reasons, lastRecordAt: older }));
      }
      const bad = await stateOf('news');
      expect(bad).toMatchObject({ ...validators, failures: 30, rows: 3, lastRecordAt, succeededAt: good?.succeededAt });
      expect(bad?.faults.map(({ reason }) => reason)).toEqual(
        Array.from({ length: 20 }, (_, index) => `failure ${29 - index}`),
      );
      await store.feeds.noteAttempt('news', anAttempt({ validators: { etag: '', lastModified: '' } }));
      expect(await stateOf('news')).toMatchObject({ failures: 0, etag: '', lastModified: '' });
    });

    test('the usual gap of a source is the middle one of those between its articles', async () => {
      await store.feeds.know(['news']);
      for (const day of ['2024-01-01', '2024-01-02', '2024-01-03', '2024-02-20']) {
        await add({ sourceId: 'news', address: `https://news.example/${day}`, text: day, published: day });
      }
      const state = await stateOf('news');
      expect(state?.usualGapHours).toBe(24);
      const first = await store.drafts.articleAt('https://news.example/2024-01-01');
      expect(state?.firstReadAt).toBe(first?.fetchedAt);
    });

    test('one process watches at a time, until it lets go or its time runs out', async () => {
      expect(await store.feeds.holdWatch('a', 600)).toBe(true);
      expect(await store.feeds.holdWatch('b', 600)).toBe(false);
      expect(await store.feeds.holdWatch('a', 600)).toBe(true);
      await store.feeds.releaseWatch('b');
      expect(await store.feeds.holdWatch('b', 600)).toBe(false);
      await store.feeds.releaseWatch('a');
      expect(await store.feeds.holdWatch('b', 0)).toBe(true);
      expect(await store.feeds.holdWatch('a', 600)).toBe(true);
      const both = ['x', 'y'].map((holder) => store.feeds.holdWatch(holder, 600));
      expect(await Promise.all(both)).toEqual([false, false]);
    });

    test('origins are those of the records that count, with their newest day and last write', async () => {
      const day = (start: string) => ({ start, end: start, precision: 'day' }) as const;
      const records = [
        anIncident('one', { origin: 'a', occurred: day('2024-01-01') }),
        anIncident('two', { origin: 'a', occurred: { start: '2024-05-01', end: '2024-05-31', precision: 'month' } }),
        anIncident('double', { origin: 'a', occurred: day('2024-09-01') }),
        anIncident('same month', { origin: 'a', occurred: day('2024-01-31') }),
        anIncident('taken back', { origin: 'a', occurred: day('1962-01-01'), status: 'retracted' }),
        anIncident('only one', { origin: 'taken back', status: 'retracted' }),
      ];
      await store.saveIncidents(records, CHANGE);
      await store.saveIncidents([anIncident('three', { origin: 'B', occurred: day('2023-01-01') })], CHANGE);
      await store.mergeIncidents(['double'], 'two', CHANGE);
      expect(await store.feeds.origins()).toEqual([
        {
          ...{
            origin: 'B',
            rows: 1,
            firstDay: '2023-01-01',
            lastDay: '2023-01-01',
            lastEnd: '2023-01-01',
            revision: 2,
          },
          months: [{ from: '2023-01-01', to: '2023-01-01' }],
        },
        {
          ...{
            origin: 'a',
            rows: 3,
            firstDay: '2024-01-01',
            lastDay: '2024-05-01',
            lastEnd: '2024-05-31',
            revision: 1,
          },
          months: [
            { from: '2024-01-01', to: '2024-01-01' },
            { from: '2024-05-01', to: '2024-05-01' },
          ],
        },
      ]);
    });

    test('an article is kept with its drafts, once for each address and each text', async () => {
      const published = '2024-03-02T08:00:00+05:00';
      const first = await add({ published, text: 'A convoy was attacked.\nNobody was hurt – کوئی نہیں' }, [
        anEvent('one'),
        anEvent('older', 'recalled'),
      ]);
      expect(first.isNew).toBe(true);
      const article = await store.drafts.article(first.id);
      expect(article).toMatchObject({ published, address: ADDRESS, sourceId: null, takenBy: 'amna' });
      expect(await store.drafts.articleAt(ADDRESS)).toEqual(article);
      expect(await store.drafts.hasText(` ${article?.text.toUpperCase()}\n`)).toBe(true);
      expect(await store.drafts.hasText(`${article?.text} And more.`)).toBe(false);
      expect(await draftsOf(first.id)).toEqual(['one', 'older']);
      expect(await add({ text: 'Other words' })).toEqual({ id: first.id, isNew: false });
      const pasted = { address: null, text: ' a CONVOY  was attacked. Nobody was hurt – کوئی نہیں\n' };
      expect(await add(pasted)).toEqual({ id: first.id, isNew: false });
      const both = ['x', 'y'].map((at) => add({ address: `https://news.example/${at}`, text: 'The same story' }));
      expect((await Promise.all(both)).map(({ isNew }) => isNew).sort()).toEqual([false, true]);
      expect(await store.drafts.openCounts()).toEqual({ incident: 2, recalled: 1 });
      expect(await store.drafts.article('no-such-id')).toBeNull();
    });

    test('a watched page that changed gets the drafts that are new', async () => {
      const page = { isWatchedPage: true };
      const first = await add({ ...page, text: 'Monday' }, [anEvent('one')]);
      const second = await add({ ...page, text: 'Tuesday and Monday' }, [anEvent('two'), anEvent('one')]);
      expect([await draftsOf(first.id), await draftsOf(second.id)]).toEqual([['one'], ['two']]);
      expect(await add({ ...page, text: 'Monday' })).toEqual({ id: first.id, isNew: false });
      expect(await store.drafts.articleAt(ADDRESS)).toBeNull();
    });

    test('drafts are listed newest first, by state and kind, page by page', async () => {
      for (const title of ['a', 'b', 'c']) {
        await add({ address: null, text: title, title }, [anEvent(title), anEvent(`${title} of old`, 'recalled')]);
      }
      const ask = (changes: object) =>
        store.drafts.page({ state: 'open', kind: 'incident', after: null, limit: 10, ...changes });
      const whole = await ask({});
      expect(whole.map(({ draft, article }) => [draft.title, article.title])).toEqual([
        ['c', 'c'],
        ['b', 'b'],
        ['a', 'a'],
      ]);
      const [first] = await ask({ limit: 1 });
      expect(await ask({ after: first })).toEqual(whole.slice(1));
      expect(await ask({ kind: null })).toHaveLength(6);
      expect(await ask({ state: 'filed' })).toEqual([]);
    });

    test('a draft is decided once, by the write of the record that it becomes or by being dismissed', async () => {
      const { id: articleId } = await add({}, [anEvent('one'), anEvent('two'), anEvent('old', 'recalled')]);
      const [one, two, old] = (await store.drafts.ofArticle(articleId)).map(({ id }) => id);
      if (!one || !two || !old) throw new Error('Expected three drafts');
      await store.changeIncidents(filing('x', { id: one, as: 'filed', incident: 'x' }));
      expect(await store.drafts.draft(one)).toMatchObject({ state: 'filed', incident: 'x', decidedBy: 'amna' });
      const refused = { code: 'invalid-record' };
      const again = filing('y', { id: one, as: 'filed', incident: 'y' });
      await expect(store.changeIncidents(again)).rejects.toMatchObject(refused);
      const recalled = filing('y', { id: old, as: 'filed', incident: 'y' });
      await expect(store.changeIncidents(recalled)).rejects.toMatchObject(refused);
      expect(await store.incidentById('y')).toBeNull();
      expect(await store.drafts.dismiss(two, 'li', 'no incident')).toBe(true);
      expect(await store.drafts.dismiss(two, 'li', 'again')).toBe(false);
      expect(await store.drafts.dismiss(one, 'li', 'too late')).toBe(false);
      expect(await store.drafts.draft(two)).toMatchObject({
        state: 'dismissed',
        reason: 'no incident',
        incident: null,
      });
      const both = ['a', 'b'].map((id) => store.changeIncidents(filing(id, { id: old, as: 'linked', incident: 'x' })));
      expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.drafts.openCounts()).toEqual({ incident: 0, recalled: 0 });
      expect((await store.auditEntries()).map(({ action, subject }) => [action, subject.kind])).toEqual([
        ['incident.file', 'incident'],
        ['draft.dismiss', 'draft'],
        ['incident.file', 'incident'],
      ]);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });
  });
}

const CHANGE = { by: 'tester', reason: 'a test' };
const ADDRESS = 'https://news.example/1';

function anAttempt(changes: Partial<SourceAttempt>): SourceAttempt {
  return {
    ...{ succeeded: true, validators: null, reasons: [], rows: 0, lastRecordAt: null, nextInSeconds: 60 },
    ...changes,
  };
}

function anArticle(changes: Partial<NewArticle>): NewArticle {
  return {
    ...{ sourceId: null, address: ADDRESS, isWatchedPage: false, title: 'A title', publisher: 'News' },
    ...{ language: 'en', published: null, text: 'A text', sites: [], takenBy: 'amna' },
    ...changes,
  };
}

function anEvent(title: string, kind: DraftContent['kind'] = 'incident'): DraftContent {
  return { kind, draft: { title }, evidence: [{ field: 'title', start: 0, end: 3 }], candidates: [] };
}

function filing(id: string, settles: DraftSettlement) {
  return {
    ...{ by: 'amna', reason: 'filed', action: 'incident.file', subject: id, expected: [{ id, version: 0 }], settles },
    decide: () => ({ save: [anIncident(id)] }),
  };
}
