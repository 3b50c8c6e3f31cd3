import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Amina Khan', 'AK'],
  ['  amina   bibi khan ', 'AK'],
  ['Zubair', 'Z'],
  ['first.last@example.org', 'FO'],
  ['李小龙', '李'],
  ['𐐷ohn 𐐷ones', '𐐏𐐏'],
  ['(night shift) desk', 'SD'],
  ['…', '?'],
  ['', '?'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
