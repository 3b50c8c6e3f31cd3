import { expect, it } from 'vitest';
import { readToll } from './read-toll.ts';

it.each([
  ['3', '3-3-3'],
  ['3.0', '3-3-3'],
  ['1,200', '1200-1200-1200'],
  ['5-7', '5-5-7'],
  ['5 to 7', '5-5-7'],
  ['5 – 7', '5-5-7'],
  ['3+', '3-3-3 rough'],
  ['3 or more', '3-3-3 rough'],
  ['At least 3', '3-3-3 rough'],
  ['≥3', '3-3-3 rough'],
  ['~ 3', '3-3-3 rough'],
  ['approx. 12', '12-12-12 rough'],
  ['up to 10', '1-10-10 rough'],
  ['nil', '0-0-0'],
  ['None', '0-0-0'],
  ['two', '2-2-2'],
  ['Three', '3-3-3'],
  ['NINETEEN', '19-19-19'],
  ['twenty', '20-20-20'],
  ['Twenty-five', '25-25-25'],
  ['thirty  one', '31-31-31'],
  ['a dozen', '12-12-12'],
  ['Half a dozen', '6-6-6'],
  ['two dozen', '24-24-24'],
  ['one hundred', '100-100-100'],
  ['a hundred', '100-100-100'],
  ['five (5)', '5-5-5'],
  ['5 (five)', '5-5-5'],
  ['twenty-one ( 21 )', '21-21-21'],
  ['at least two', '2-2-2 rough'],
  ['about a dozen', '12-12-12 rough'],
  ['up to Ten', '1-10-10 rough'],
  ['three or more', '3-3-3 rough'],
  ['five to seven', '5-5-7'],
  ['two or three', '2-2-3'],
  ['two-three', '2-2-3'],
  ['twenty - thirty', '20-20-30'],
  ['zero to two', '0-0-2'],
  ['Nobody', '0-0-0'],
  ['no one', '0-0-0'],
  ['unknown', 'unknown'],
  ['n/a', 'unknown'],
  ['–', 'unknown'],
])('reads %j as %s', (text, expected) => {
  const read = readToll(text);
  const range = read?.toll ? `${read.toll.low}-${read.toll.best}-${read.toll.high}` : 'unknown';
  expect(read && `${range}${read.isRough ? ' rough' : ''}`).toBe(expected);
});

it.each([
  ...['-2', 'several', '7-5', '3 (1 serious)', '1.5', '2000000', '1-2000000', '12,00', '3-', 'at least', ''],
  ...['two men', 'a', 'a two', 'half', 'twos', 'someone', 'five seven', 'seven-five', 'five (6)', 'three (1 serious)'],
  ...['two hundred', 'two-hundred', 'twenty-two-hundred', 'one hundred and five', 'one hundred five', 'ten-thousand'],
  ...['nine dozen', 'dozens', 'hundreds', 'twenty-ten', 'twenty zero', 'zero dozen', 'two point five', 'forty-one-two'],
])('does not read %j', (text) => {
  expect(readToll(text)).toBeNull();
});

it('reads every number in words up to a hundred', () => {
  const small = 'one two three four five six seven eight nine'.split(' ');
  for (const [tens, ten] of [...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries()]) {
    for (const [unit, one] of small.entries()) {
      for (const gap of ['-', ' ']) expect(readToll(`${ten}${gap}${one}`)?.toll?.best).toBe((tens + 2) * 10 + unit + 1);
    }
  }
});

it('takes no longer for a cell as long as cells may be', () => {
  for (const part of ['two ', 'two-', '1', '1 (1) ', 'half a ', 'a ', 'no one ', 'seventeen']) {
    const from = performance.now();
    expect(readToll(part.repeat(100_000 / part.length))).toBeNull();
    expect(performance.now() - from).toBeLessThan(500);
  }
});
