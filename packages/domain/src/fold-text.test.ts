import { expect, test } from 'vitest';
import { wordsOf } from './fold-text.ts';

test.each([
  ['Zürich, Café!', ['zurich', 'cafe']],
  ['İstanbul', ['istanbul']],
  ['BLA-J (Jeeyand) 2024', ['bla', 'j', 'jeeyand', '2024']],
  ['گوادر بندرگاہ', ['گوادر', 'بندرگاہ']],
  ['瓜达尔 港', ['瓜达尔', '港']],
  ['—', []],
])('the words of %j are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
