import { expect, test } from 'vitest';
import { articleOfText } from './article-of-text.ts';
import { MAX_PAGE_LENGTH, PageFault, readArticle } from './read-article.ts';

const ADDRESS = 'https://www.news.example/world/1';
const BODY = Array.from(
  { length: 6 },
  (_, index) =>
    `<p>Paragraph ${index} of the report, long enough to be told from a menu, says a little of what was seen, and by whom, and when.</p>`,
).join('\n');

function page(head: string, body = BODY): string {
  return `<!doctype html><html><head><title>Report – News</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>Report</h1>${body}</article></body></html>`;
}

test('takes the paragraphs of the article, one a line, without menus and scripts', () => {
  const { address, language, publisher, text } = readArticle(page('<script>alert(1)</script>'), ADDRESS);
  expect(text.split('\n').filter((line) => line.startsWith('Paragraph'))).toHaveLength(6);
  expect(text).not.toContain('Home');
  expect(text).not.toContain('alert');
  expect({ address, language, publisher }).toEqual({ address: ADDRESS, language: 'en', publisher: 'news.example' });
});

test.each([
  ['<meta property="article:published_time" content="2025-03-11T22:30:00+05:00">', '2025-03-11T22:30:00+05:00'],
  ['<meta itemprop="datePublished" content="2025-03-11">', '2025-03-11'],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-11T08:00:00Z"}</script>',
    '2025-03-11T08:00:00Z',
  ],
  ['<meta name="pubdate" content="Tue, 11 Mar 2025 08:00:00 GMT">', '2025-03-11T08:00:00.000Z'],
  ['<meta name="date" content="31/02/2025">', null],
  ['<meta name="date" content="2025-02-31">', null],
  ['', null],
])('takes the time of publication from %s', (head, published) => {
  expect(readArticle(page(head), ADDRESS).published).toBe(published);
});

test.each([
  ['nothing', ''],
  ['no article', '<html><body></body></html>'],
  ['too long a page', 'a'.repeat(MAX_PAGE_LENGTH + 1)],
  ['too many elements', `<html><body>${'<i>x</i>'.repeat(100_000)}</body></html>`],
])('refuses %s with a reason', (_, html) => {
  expect(() => readArticle(html, ADDRESS)).toThrow(PageFault);
});

test('reads deep nesting and broken markup without a fault', () => {
  const nested = `${'<div>'.repeat(3000)}${BODY}${'</div>'.repeat(3000)}`;
  expect(() => readArticle(page('', nested), ADDRESS)).not.toThrow(RangeError);
  expect(readArticle(`<p>${BODY}<b><table><p`, ADDRESS).text).toContain('Paragraph 5');
});

test('takes the first line of a pasted text as its title where it reads like one', () => {
  expect(articleOfText('Two killed in Quetta\nA blast killed two.', { published: null })).toMatchObject({
    ...{ title: 'Two killed in Quetta', text: 'A blast killed two.', language: 'en' },
  });
  expect(articleOfText('A blast killed two.\nMore.', { published: null }).title).toBe('');
});
