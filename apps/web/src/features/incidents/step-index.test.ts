import { expect, test } from 'vitest';
import { stepIndex } from './step-index.ts';

test.each([
  ['ArrowDown', null, 0],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 38, 38],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 13],
  ['PageDown', 35, 38],
  ['PageUp', 3, 0],
  ['Home', 20, 0],
  ['End', 20, 38],
] as const)('%s from %s leads to %s of 39', (key, from, to) => {
  expect(stepIndex(key, from, 39, 10)).toBe(to);
});

test('empty lists lead nowhere', () => {
  expect(stepIndex('ArrowDown', null, 0, 10)).toBeNull();
});
