import { dayOf } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import {
  bucketAt,
  bucketOfDay,
  createTimeAxis,
  defaultSince,
  drawnRange,
  edgeAt,
  isUnfinished,
  MAX_BARS,
  xOfDay,
  yearMarks,
} from './time-axis.ts';

const months = (count: number, year = 2020) =>
  Array.from({ length: count }, (_, i) => `${year + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`);
const axis = createTimeAxis(months(24), 'month', 10, 240);

describe('the time axis', () => {
  it('has bars of one width, with days in proportion within each', () => {
    expect(xOfDay(axis, dayOf('2020-01-01'))).toBe(10);
    expect(xOfDay(axis, dayOf('2020-02-01'))).toBe(20);
    expect(xOfDay(axis, dayOf('2020-04-16'))).toBe(45);
    expect(xOfDay(axis, dayOf('2022-01-01'))).toBe(250);
  });

  it('holds days beyond it at its ends', () => {
    expect(xOfDay(axis, dayOf('2019-06-01'))).toBe(10);
    expect(xOfDay(axis, dayOf('2030-06-01'))).toBe(250);
    expect(bucketOfDay(axis, dayOf('2030-06-01'))).toBe(23);
  });

  it('finds the bar of every day by the same edges that a linear search finds', () => {
    for (let day = dayOf('2020-01-01'); day < dayOf('2022-01-01'); day += 5) {
      expect(bucketOfDay(axis, day)).toBe(axis.edges.filter((edge) => edge <= day).length - 1);
    }
  });

  it('finds bars and edges under the pointer', () => {
    expect(bucketAt(axis, 19)).toBe(0);
    expect(bucketAt(axis, 20)).toBe(1);
    expect(bucketAt(axis, 999)).toBe(23);
    expect(edgeAt(axis, 16)).toBe(1);
    expect(edgeAt(axis, -5)).toBe(0);
    expect(edgeAt(axis, 999)).toBe(24);
  });

  it('knows that a month is not over before its last day', () => {
    expect(isUnfinished(axis, 23, '2021-12-12')).toBe(true);
    expect(isUnfinished(axis, 23, '2021-12-31')).toBe(false);
    expect(isUnfinished(axis, 22, '2021-12-12')).toBe(false);
  });

  it('names years, fewer where they would touch', () => {
    expect(yearMarks(axis, 40)).toEqual([
      { year: '2020', x: 10 },
      { year: '2021', x: 130 },
    ]);
    const long = createTimeAxis(months(240, 2001), 'month', 0, 240);
    expect(yearMarks(long, 40).map(({ year }) => year)).toEqual(['2004', '2008', '2012', '2016', '2020']);
  });

  it('draws from a year on, and no more bars than can be told apart', () => {
    expect(drawnRange(months(24), 2021, undefined)).toEqual({ first: 12, last: 24 });
    const many = months(MAX_BARS + 120, 1970);
    expect(drawnRange(many, 1970, undefined)).toEqual({ first: 120, last: MAX_BARS + 120 });
    expect(drawnRange(many, 1970, '1970-06-01')).toEqual({ first: 0, last: MAX_BARS });
  });

  it('begins early enough for the period', () => {
    expect(defaultSince('2026-04-12', 5, undefined)).toBe(2021);
    expect(defaultSince('2026-04-12', 5, '2018-02-01')).toBe(2018);
  });
});
