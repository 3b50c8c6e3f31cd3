import { expect, it } from 'vitest';
import { ChangedKeys } from './changed-keys.ts';

const since = (changed: ChangedKeys, revision: number) => {
  const keys = changed.since(revision);
  return keys && [...keys].sort((a, b) => a - b);
};

it('gives every key that changed after a revision, also where the revision lies within a step', () => {
  const changed = new ChangedKeys(10);
  changed.add(11, [1, 2]);
  changed.add(14, [2, 3]);
  changed.add(15, [4]);
  expect(since(changed, 10)).toEqual([1, 2, 3, 4]);
  expect(since(changed, 11)).toEqual([2, 3, 4]);
  expect(since(changed, 12)).toEqual([2, 3, 4]);
  expect(since(changed, 14)).toEqual([4]);
  expect(since(changed, 15)).toEqual([]);
});

it('knows nothing of revisions before it began, nor of ones to come', () => {
  const changed = new ChangedKeys(10);
  expect([since(changed, 9), since(changed, 10), since(changed, 11)]).toEqual([null, [], null]);
});

it('forgets the oldest steps beyond its limit', () => {
  const changed = new ChangedKeys(0, 5);
  changed.add(1, [1, 2, 3]);
  changed.add(2, [4, 5]);
  expect(since(changed, 0)).toEqual([1, 2, 3, 4, 5]);
  changed.add(3, [6]);
  expect([since(changed, 0), since(changed, 1)]).toEqual([null, [4, 5, 6]]);
  changed.add(4, [1, 2, 3, 4, 5, 6]);
  expect([since(changed, 3), since(changed, 4)]).toEqual([null, []]);
});
