import { expect, test } from 'vitest';
import { ALL_COVERED, uncoveredOf } from './uncovered-of.ts';

const covered = [
  { from: '2010-01-01', to: '2012-12-31' },
  { from: '2015-03-01', to: '2020-06-30' },
];

test('tells a period that no source covers from one that lacks a part, and from one that is covered', () => {
  expect(uncoveredOf(covered, '2013-01-01', '2014-12-31')).toEqual({
    gaps: [{ from: '2013-01-01', to: '2014-12-31' }],
    part: 'whole',
  });
  expect(uncoveredOf(covered, '2014-06-15', '2015-06-14')).toEqual({
    gaps: [{ from: '2014-06-15', to: '2015-02-28' }],
    part: 'part',
  });
  expect(uncoveredOf(covered, '2012-12-01', '2015-03-31').part).toBe('part');
  expect(uncoveredOf(covered, '2011-01-01', '2011-12-31')).toEqual(ALL_COVERED);
});

test('claims nothing where it is not known what is covered, or a period has no beginning or no end', () => {
  expect(uncoveredOf(null, '2013-01-01', '2014-12-31')).toEqual(ALL_COVERED);
  expect(uncoveredOf([], '2013-01-01', '2014-12-31')).toEqual(ALL_COVERED);
  expect(uncoveredOf(covered, undefined, '2014-12-31')).toEqual(ALL_COVERED);
});
