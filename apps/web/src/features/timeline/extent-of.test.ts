import { expect, it } from 'vitest';
import { extentOf } from './extent-of.ts';

it('tells a table without incidents from one that is not loaded yet', () => {
  expect(extentOf(null)).toBeNull();
  expect(extentOf({ firstDay: null, lastDay: null })).toBe('none');
  expect(extentOf({ firstDay: '2004-05-03', lastDay: '2026-03-10' })).toEqual({
    firstDay: '2004-05-03',
    lastDay: '2026-03-10',
  });
});
