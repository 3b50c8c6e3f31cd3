import { expect, test } from 'vitest';
import { findRamming } from './find-ramming.ts';
import { wordsIn } from './words.ts';

function isRamming(sentence: string): boolean {
  return findRamming(wordsIn(sentence, 0, sentence.length)) !== null;
}

test.each([
  'A man drove a car packed with explosives into the gate.',
  'An explosives-laden truck was rammed into the wall.',
  'They crashed a pickup filled with explosives into a post.',
])('takes for a suicide bomb: %s', (sentence) => {
  expect(isRamming(sentence)).toBe(true);
});

test.each([
  'A car packed with explosives was parked at the gate.',
  'A truck rammed into a wall.',
  'Police seized explosives from a car that was driven by a trader.',
])('takes for none: %s', (sentence) => {
  expect(isRamming(sentence)).toBe(false);
});
