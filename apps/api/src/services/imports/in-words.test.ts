import { expect, it } from 'vitest';
import { inWords } from './in-words.ts';

it.each<[unknown, string]>([
  [null, 'unknown'],
  ['', 'blank'],
  [[], 'none'],
  ['Turbat bazaar', 'Turbat bazaar'],
  [false, 'false'],
  [{ low: 9, best: 9, high: 9 }, '9'],
  [{ best: 6, high: 7, low: 5 }, '6 (5 to 7)'],
  [['Battles', 'Armed clash'], 'Battles; Armed clash'],
  [{ start: '2031-03-02', end: '2031-03-03', precision: 'week' }, 'start 2031-03-02, end 2031-03-03, precision week'],
  [{ name: 'Turbat', province: null, latitude: 26, longitude: 63.05 }, 'name Turbat, latitude 26, longitude 63.05'],
  [
    [
      [
        { name: 'BLA', claim: 'claimed' },
        { name: 'TTP', claim: 'unknown' },
      ],
    ],
    'name BLA, claim claimed; name TTP, claim unknown',
  ],
  [{ name: '' }, 'unknown'],
])('says %j as %s', (value, words) => {
  expect(inWords(value)).toBe(words);
});
