import { expect, test } from 'vitest';
import { grayBit } from './browser-cost.ts';

test('31 turns of five switches never come to the same setting twice', () => {
  const seen = new Set([0]);
  let setting = 0;
  for (let turn = 0; turn < 31; turn++) {
    setting ^= 1 << grayBit(turn);
    seen.add(setting);
  }
  expect(seen.size).toBe(32);
  expect(Math.max(...seen)).toBe(31);
});
