import { expect, test } from 'vitest';
import { lineChanges } from './line-changes.ts';

test('tells what went and what came, each in its order', () => {
  expect(lineChanges(['a', 'b', 'c'], ['d', 'c', 'a', 'e'])).toEqual({ gone: ['b'], come: ['d', 'e'] });
});

test('lines in another order are no change', () => {
  expect(lineChanges(['a', 'b'], ['b', 'a'])).toEqual({ gone: [], come: [] });
});
