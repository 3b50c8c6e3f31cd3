import { expect, test } from 'vitest';
import { findTolls } from './find-tolls.ts';
import { wordsIn } from './words.ts';

/** The tolls of a sentence, as "killed 2-2-2". */
function tolls(sentence: string): string[] {
  return findTolls(wordsIn(sentence, 0, sentence.length), () => false).map(({ kind, people }) => {
    return `${kind} ${people
      .map(({ isAttacker, isChinese, isIncluded, range: { best, high, low } }) => {
        const marks = [isAttacker ? ' attackers' : '', isChinese ? ' Chinese' : '', isIncluded ? ' included' : ''].join(
          '',
        );
        return `${low}-${best}-${high}${marks}`;
      })
      .join(' + ')}`;
  });
}

test.each([
  ['Two soldiers were killed and three others wounded.', ['killed 2-2-2', 'wounded 3-3-3']],
  ['The blast killed at least five people, wounding 12.', ['killed 5-5-5', 'wounded 12-12-12']],
  ['Between three and five people died.', ['killed 3-3-5']],
  ['Three or four men were hurt.', ['wounded 3-3-4']],
  ['Dozens were injured.', ['wounded 12-12-99']],
  ['Twenty-five passengers lost their lives.', ['killed 25-25-25']],
  ['Up to 10 people were killed.', ['killed 1-10-10']],
  ['Five Chinese engineers and their Pakistani driver were killed.', ['killed 5-5-5 Chinese + 1-1-1']],
  [
    'Five people, including two policemen and a child, were killed.',
    ['killed 5-5-5 + 2-2-2 included + 1-1-1 included'],
  ],
  ['Security forces killed eight militants.', ['killed 8-8-8 attackers']],
  ['Gunmen abducted three workers.', ['abducted 3-3-3']],
  ['Two truck drivers were shot dead.', ['killed 2-2-2']],
  ['The death toll rose to 1,234.', ['killed 1234-1234-1234']],
  ['Twelve vehicles and two shops were destroyed, and nobody was hurt 5 km away.', []],
  ['پانچ افراد جاں بحق اور ۱۲ زخمی ہو گئے۔', ['killed 5-5-5', 'wounded 12-12-12']],
  ['دو چینی انجینئر ہلاک ہوئے۔', ['killed 2-2-2 Chinese']],
  ['سات دہشت گردوں کو ہلاک کر دیا۔', ['killed 7-7-7 attackers']],
])('reads %s', (sentence, expected) => {
  expect(tolls(sentence)).toEqual(expected);
});
