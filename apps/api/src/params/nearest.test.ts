import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const NAMES = ['Alpha', 'Alphaville', 'Beta', 'Gämma', 'Delta'];

it('puts names that hold the text first, then those one slip away', () => {
  expect(nearest(NAMES, 'alpha', 2)).toEqual(['Alpha', 'Alphaville']);
  expect(nearest(NAMES, 'Bata', 1)).toEqual(['Beta']);
});

it('does not mind accents and case', () => {
  expect(nearest(NAMES, 'GAMMA', 1)).toEqual(['Gämma']);
});

it('gives what there is when there is little', () => {
  expect(nearest([], 'x', 3)).toEqual([]);
  expect(nearest(['One'], '', 3)).toEqual(['One']);
});
