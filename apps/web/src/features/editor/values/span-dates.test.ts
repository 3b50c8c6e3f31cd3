import { expect, it } from 'vitest';
import { spanDates } from './span-dates.ts';

it('spans dates as far as is known', () => {
  const from = (precision: string, start = '2024-02-14') => spanDates({ start, end: '', precision });
  expect(from('month')).toEqual({ start: '2024-02-01', end: '2024-02-29', precision: 'month' });
  expect(from('week')).toEqual({ start: '2024-02-12', end: '2024-02-18', precision: 'week' });
  expect(from('year')).toEqual({ start: '2024-01-01', end: '2024-12-31', precision: 'year' });
  expect(from('day')).toEqual({ start: '2024-02-14', end: '', precision: 'day' });
  expect(from('month', '')).toEqual({ start: '', end: '', precision: 'month' });
});
