import type { IncidentSummary } from '@corridor/domain';
import { expect, test } from 'vitest';
import { rowsMoved } from './rows-moved.ts';

/** Rows of a list from `offset` on. Only their ids are looked at. */
function rows(ids: string, offset = 0): { readonly items: readonly IncidentSummary[]; readonly offset: number } {
  return { items: [...ids].map((id) => ({ id }) as IncidentSummary), offset };
}

test('what came above the topmost row moves the list down, what came below it does not', () => {
  expect(rowsMoved(rows('abcdef'), rows('xyabcdef'), 2)?.by).toBe(2);
  expect(rowsMoved(rows('abcdef'), rows('abcxdyef'), 2)?.by).toBe(0);
  expect(rowsMoved(rows('abcdef'), rows('xabcydef'), 0)?.by).toBe(1);
});

test('what went above moves it up, and a row for which another came not at all', () => {
  expect(rowsMoved(rows('abcdef'), rows('acdef'), 3)?.by).toBe(-1);
  expect(rowsMoved(rows('abcdef'), rows('xbcdef'), 3)?.by).toBe(0);
});

test('where the topmost row is gone, the next that is still there keeps its place', () => {
  expect(rowsMoved(rows('abcdef'), rows('abef'), 2)?.by).toBe(-2);
  expect(rowsMoved(rows('abcdef'), rows('xyzabdef'), 2)?.by).toBe(2);
});

test('a row that moved to another place in the order does not take the list along once it is passed', () => {
  expect(rowsMoved(rows('abcdef'), rows('dabcef'), 1)?.by).toBe(1);
  expect(rowsMoved(rows('abcdef'), rows('dabcef'), 4)?.by).toBe(0);
});

test('parts of a long list are compared by where they begin', () => {
  expect(rowsMoved(rows('abcdef', 100), rows('cdefgh', 105), 102)?.by).toBe(3);
  expect(rowsMoved(rows('abcdef', 100), rows('cdefgh', 105), 0)?.by).toBe(3);
});

test('says null where nothing that was to be seen is at hand', () => {
  expect(rowsMoved(rows('abc'), rows('xyz'), 0)).toBeNull();
  expect(rowsMoved(rows('abc'), rows('abcd'), 3)).toBeNull();
  expect(rowsMoved(rows(''), rows('abc'), 0)).toBeNull();
});

test('knows where each row stands now, and takes one that is gone to have moved with the others', () => {
  const moved = rowsMoved(rows('abcdef'), rows('xabdcf'), 1);
  expect([0, 1, 2, 3, 4, 5, 9].map((row) => moved?.placeOf(row))).toEqual([1, 2, 4, 3, 5, 5, 10]);
});
