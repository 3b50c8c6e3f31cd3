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
  ['unknown', 'unknown'],
  ['n/a', 'unknown'],
  ['–', 'unknown'],
])('reads %j as %s', (text, expected) => {
  const read = readToll(text);
  const range = read?.toll ? `${read.toll.low}-${read.toll.best}-${read.toll.high}` : 'unknown';
  expect(read && `${range}${read.isRough ? ' rough' : ''}`).toBe(expected);
});

it.each(['-2', 'several', '7-5', '3 (1 serious)', '1.5', '2000000', '1-2000000', '12,00', '3-', 'at least', ''])(
  'does not read %j',
  (text) => {
    expect(readToll(text)).toBeNull();
  },
);
