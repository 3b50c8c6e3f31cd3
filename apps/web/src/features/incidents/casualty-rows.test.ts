import type { Casualties, Range, SubEventType } from '@corridor/domain';
import { expect, test } from 'vitest';
import { casualtyRows, casualtyScale } from './casualty-rows.ts';

const exactly = (n: number): Range => ({ low: n, best: n, high: n });
const UNKNOWN: Casualties = {
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
};
const rowsOf = (casualties: Partial<Casualties>, chinese = false, subEventType: SubEventType = 'Armed clash') =>
  casualtyRows({ casualties: { ...UNKNOWN, ...casualties }, chinese, subEventType });

test('keeps unknown apart from what is not counted at all', () => {
  const [killed, wounded] = rowsOf({ killed: exactly(3) }, true);
  expect(killed).toEqual({ kind: 'killed', range: exactly(3), chinese: null, attackers: null });
  expect(wounded).toEqual({ kind: 'wounded', range: null, chinese: null, attackers: undefined });
});

test('asks for Chinese nationals only where some were affected', () => {
  expect(rowsOf({})[0]?.chinese).toBeUndefined();
  expect(rowsOf({ chineseKilled: exactly(0) })[0]?.chinese).toEqual(exactly(0));
});

test('has a row for the abducted where someone was, or where that is what happened', () => {
  expect(rowsOf({})).toHaveLength(2);
  expect(rowsOf({ abducted: exactly(2) })).toHaveLength(3);
  expect(rowsOf({}, false, 'Abduction/forced disappearance')[2]?.range).toBeNull();
});

test('draws all bars on the scale of the highest figure, and never on less than ten', () => {
  expect(casualtyScale(rowsOf({ killed: exactly(1) }))).toBe(10);
  expect(casualtyScale(rowsOf({ killed: exactly(3), wounded: { low: 8, best: 21, high: 25 } }))).toBe(25);
});
