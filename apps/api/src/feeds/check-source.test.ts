import type { NewArticle, Store, StoredArticle } from '@corridor/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { anExtractor } from '../testing/an-extractor.ts';
import { checkSource } from './check-source.ts';
import { RefusedAddresses } from './refused-addresses.ts';
import { SourceFault } from './source-fault.ts';
import type { WatchedSource } from './sources-file.ts';

const FEED = 'https://news.example/feed';
const SOURCE: WatchedSource = {
  ...{
    id: 'news',
    name: 'News',
    kind: 'rss',
    address: FEED,
    everyMinutes: 30,
    enabled: true,
    hosts: [],
    allowPrivate: false,
  },
};
const NOTHING_KNOWN = { etag: '', lastModified: '' };

let kept: NewArticle[];
let pages: Map<string, string | SourceFault>;
let asked: string[];
let refused: RefusedAddresses;
beforeEach(() => {
  [kept, pages, asked, refused] = [[], new Map(), [], new RefusedAddresses()];
});

/** Keeps articles in memory, by address alone. */
function someDrafts(): Store['drafts'] {
  const stored = (article: NewArticle): StoredArticle => ({ ...article, id: article.text, fetchedAt: '' });
  const unused = (): never => {
    throw new Error('Not asked for here');
  };
  return {
    ...{ article: unused, page: unused, draft: unused, ofArticle: unused, openCounts: unused, dismiss: unused },
    hasText: async (text) => kept.some((article) => article.text === text),
    articleAt: async (address) => kept.filter((article) => article.address === address).map(stored)[0] ?? null,
    addArticle: async (article) => {
      kept.push(article);
      return { id: article.text, isNew: true };
    },
  };
}

function look() {
  const reader = {
    read: async (address: string) => {
      asked.push(address);
      const page = pages.get(address) ?? new SourceFault('it answers with status 404', { isLasting: true });
      if (page instanceof SourceFault) throw page;
      return { text: page, etag: '"1"', lastModified: '' };
    },
  };
  const deps = { store: { drafts: someDrafts() }, extractor: anExtractor(), proposer: null, reader, refused };
  return checkSource(deps, SOURCE, NOTHING_KNOWN);
}

/** A feed of articles with a day each, or none. */
function publish(days: Readonly<Record<string, string | null>>): void {
  const items = Object.entries(days).map(([name, day]) => {
    const address = `https://news.example/${name}`;
    pages.set(address, `<title>${name}</title>${day === null ? '' : `<time>${day}</time>`}<p>Text of ${name}.</p>`);
    return `<item><link>${address}</link></item>`;
  });
  pages.set(FEED, `<rss><channel>${items.join('')}</channel></rss>`);
}

describe('a look at a feed', () => {
  it('tells of its newest article, of none that is to come, and of one without a date as of now', async () => {
    publish({ a: '2024-03-01', b: '2024-03-05' });
    expect(await look()).toMatchObject({
      succeeded: true,
      rows: 2,
      lastRecordAt: '2024-03-05T00:00:00.000Z',
      reasons: [],
    });
    for (const day of ['2999-01-01', null]) {
      const before = Date.now();
      publish({ [`of-${day}`]: day });
      const moment = Date.parse((await look()).lastRecordAt ?? '');
      expect(moment).toBeGreaterThanOrEqual(before);
      expect(moment).toBeLessThanOrEqual(Date.now());
    }
  });

  it('takes no article twice, and remembers the feed once all of it is read', async () => {
    publish({ a: '2024-03-01' });
    expect((await look()).validators).toMatchObject({ etag: '"1"' });
    expect(await look()).toMatchObject({ rows: 0, lastRecordAt: null });
    expect(asked).toEqual([FEED, 'https://news.example/a', FEED]);
  });

  it('reads so many articles, and the rest the next time, for which it asks for the whole feed', async () => {
    publish(Object.fromEntries(Array.from({ length: 50 }, (_, number) => [`n${number}`, '2024-03-01'])));
    expect(await look()).toMatchObject({ rows: 40, validators: NOTHING_KNOWN });
    expect(await look()).toMatchObject({ rows: 10, validators: { etag: '"1"' } });
  });

  it('says which article failed and why; tries again what may be better later, and not what will not', async () => {
    publish({ a: '2024-03-01', gone: null, busy: null, menus: null });
    const busy = pages.get('https://news.example/busy') ?? '';
    pages.set('https://news.example/busy', new SourceFault('it answers with status 503'));
    pages.set('https://news.example/menus', '<title>Menus</title>');
    pages.delete('https://news.example/gone');
    expect(await look()).toMatchObject({
      ...{ succeeded: true, rows: 1, validators: NOTHING_KNOWN },
      reasons: [
        'https://news.example/gone: it answers with status 404',
        'https://news.example/busy: it answers with status 503',
        'https://news.example/menus: The page has no article',
      ],
    });
    pages.set('https://news.example/busy', busy);
    asked = [];
    expect(await look()).toMatchObject({ rows: 1, validators: { etag: '"1"' }, reasons: [] });
    expect(asked).toEqual([FEED, 'https://news.example/busy']);
  });

  it('fails with what the feed’s own answer says, and when it wants to be asked again', async () => {
    pages.set(FEED, new SourceFault('it answers with status 429', { retryAfter: 900 }));
    expect(await look()).toEqual({
      ...{ succeeded: false, validators: null, rows: 0, lastRecordAt: null },
      ...{ reasons: ['it answers with status 429'], retryAfter: 900 },
    });
  });
});
