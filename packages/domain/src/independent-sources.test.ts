import { expect, test } from 'vitest';
import type { Source } from './incident.ts';
import { countOrigins } from './independent-sources.ts';

function source(publisher: string, url: string, basedOn = ''): Source {
  return { publisher, title: '', url, date: null, grade: null, basedOn };
}
const dawn = source('Dawn', 'https://www.dawn.com/news/1');

test.each<[what: string, sources: Source[], count: number]>([
  ['no source', [], 0],
  ['one source', [dawn], 1],
  ['one article twice', [dawn, dawn], 1],
  ['two publishers', [dawn, source('Geo News', 'https://geo.tv/1')], 2],
  ['a publisher and its own web site by address only', [dawn, source('', 'https://dawn.com/news/2')], 1],
  ['a publisher spelled in two ways on one site', [dawn, source('DAWN newspaper', 'https://m.dawn.com/2')], 1],
  [
    'a publisher’s accents and case',
    [source('Ünal Ajans', 'https://a.example/1'), source('unal AJANS', 'https://b.example')],
    1,
  ],
  ['a report that repeats the other', [dawn, source('Geo', 'https://geo.tv/1', 'Dawn')], 1],
  [
    'two that repeat one agency',
    [source('Geo', 'https://geo.tv/1', 'AFP'), source('Dawn', 'https://dawn.com/1', 'afp')],
    1,
  ],
  [
    'an agency, and one that repeats another',
    [source('AFP', 'https://afp.com'), source('Geo', 'https://geo.tv', 'APP')],
    2,
  ],
  ['two parties on one platform', [source('BLA', 'https://t.me/a/1'), source('ISPR', 'https://t.me/b/1')], 2],
  ['two unnamed accounts on one platform', [source('', 'https://x.com/a/1'), source('', 'https://x.com/B/1')], 2],
  ['one unnamed account twice', [source('', 'https://x.com/a/1'), source('', 'https://X.com/A/2')], 1],
  [
    'two that a third shows to be one',
    [source('Dawn', 'https://a.example'), source('', 'https://dawn.com'), source('Dawn', 'https://dawn.com/1')],
    1,
  ],
])('counts the origins of %s', (_what, sources, count) => {
  expect(countOrigins(sources)).toBe(count);
  expect(countOrigins([...sources].reverse())).toBe(count);
});
