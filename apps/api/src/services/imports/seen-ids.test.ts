import { expect, it } from 'vitest';
import { SeenIds } from './seen-ids.ts';

it('tells in which row each id was first, among a hundred thousand that are alike', () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 100_000 }, (_, index) => `ucdp-${index}`);
  expect(ids.filter((id, index) => seen.add(id, index + 2) !== null)).toEqual([]);
  expect(ids.filter((id, index) => seen.add(id, 1) !== index + 2)).toEqual([]);
});
