import { foldWord } from '../words.ts';

function counted(words: string, first: number, step = 1): (readonly [string, number])[] {
  return words.split(' ').map((word, index) => [foldWord(word), first + step * index] as const);
}

/** Numbers that the languages write as words, up to ninety. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...counted('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen', 1),
  ...counted('sixteen seventeen eighteen nineteen', 16),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...counted('ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس', 1),
  ...counted('بیس اکیس بائیس تیئس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس', 20),
  ...counted('چھے', 6),
  ...counted('دونوں تینوں چاروں پانچوں', 2),
  ...counted('چالیس پچاس ساٹھ ستر اسی نوے', 40, 10),
]);

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['dozen', 12],
  ['سو', 100],
  ['درجن', 12],
]);

/** What is said instead of a number, as the least and the most that it can mean (ACLED's figure is the least). */
export const VAGUE_NUMBERS: ReadonlyMap<string, readonly [low: number, high: number]> = new Map(
  (
    [
      ['several', 3, 9],
      ['few', 3, 9],
      ['many', 10, 99],
      ['dozens', 12, 99],
      ['scores', 20, 99],
      ['hundreds', 100, 999],
      ['couple', 2, 2],
      ['متعدد', 3, 9],
      ['کئی', 3, 9],
      ['درجنوں', 12, 99],
      ['سینکڑوں', 100, 999],
    ] as const
  ).map(([word, low, high]) => [foldWord(word), [low, high]] as const),
);
