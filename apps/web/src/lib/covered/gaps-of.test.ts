import { expect, test } from 'vitest';
import { gapsOf } from './gaps-of.ts';

const covered = [
  { from: '2010-01-01', to: '2012-12-31' },
  { from: '2015-03-01', to: '2020-06-30' },
];

test('marks what lies between the sources and beyond them, as far as the chart shows it', () => {
  expect(gapsOf(covered, '2009-12-01', '2020-07-15')).toEqual([
    { from: '2009-12-01', to: '2009-12-31' },
    { from: '2013-01-01', to: '2015-02-28' },
    { from: '2020-07-01', to: '2020-07-15' },
  ]);
  expect(gapsOf(covered, '2010-05-01', '2011-05-01')).toEqual([]);
});

test('claims nothing where it is not known what is covered', () => {
  expect(gapsOf(null, '2010-01-01', '2020-01-01')).toEqual([]);
  expect(gapsOf([], '2010-01-01', '2020-01-01')).toEqual([]);
  expect(gapsOf(covered, undefined, '2020-01-01')).toEqual([]);
  expect(gapsOf(covered, '2014-01-01', '2013-01-01')).toEqual([]);
});
