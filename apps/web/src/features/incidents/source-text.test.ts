import { expect, test } from 'vitest';
import { safeUrl, sourceName } from './source-text.ts';

test.each(['javascript:alert(1)', 'data:text/html,x', 'no address', '//host/path', ''])('follows no %j', (text) => {
  expect(safeUrl(text)).toBeNull();
});

test('follows http and https', () => {
  expect(safeUrl('http://example.org/a?b=1')).toBe('http://example.org/a?b=1');
  expect(safeUrl('https://example.org')).toBe('https://example.org/');
});

test('a source without a title is called by its host', () => {
  const source = {
    publisher: '',
    title: '',
    url: 'https://www.example.org/news/1',
    date: null,
    grade: null,
    basedOn: '',
  };
  expect(sourceName(source)).toBe('example.org');
  expect(sourceName({ ...source, title: 'Bridge reopened' })).toBe('Bridge reopened');
});
