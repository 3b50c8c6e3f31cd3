import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['2024-10-07', '2024-10-07 day'],
    ['2024.10.7', '2024-10-07 day'],
    ['2024-10-07 14:30', '2024-10-07 day'],
    ['2024-10', '2024-10-01 month'],
    ['2024', '2024-01-01 year'],
    ['7 October 2024', '2024-10-07 day'],
    ['7-Oct-24', '2024-10-07 day'],
    ['7-Oct-98', '1998-10-07 day'],
    ['7th October, 2024', '2024-10-07 day'],
    ['Monday, 7 October 2024', '2024-10-07 day'],
    ['October 7, 2024', '2024-10-07 day'],
    ['Oct 7 2024 09:15', '2024-10-07 day'],
    ['October 2024', '2024-10-01 month'],
    ['25/10/2024', '2024-10-25 day'],
  ])('reads %j whatever the order of figures', (text, expected) => {
    const read = readDate(text, null);
    expect(read && `${read.start} ${read.precision}`).toBe(expected);
  });

  it.each([
    ['07/10/2024', '2024-10-07', '2024-07-10', null],
    ['07.10.24', '2024-10-07', '2024-07-10', null],
    ['25/10/24', '2024-10-25', null, null],
    ['31/02/2024', null, null, null],
  ] as const)('reads %j as %s, %s or %s, by the order', (text, dayFirst, monthFirst, unknown) => {
    const read = (['day-month-year', 'month-day-year', null] as const).map(
      (order) => readDate(text, order)?.start ?? null,
    );
    expect(read).toEqual([dayFirst, monthFirst, unknown]);
  });

  it.each(['', 'soon', '31 February 2024', 'Octember 7, 2024', '7 October', 'October 24', '2024-13-01', '7/10/2'])(
    'does not read %j',
    (text) => {
      expect(readDate(text, 'day-month-year')).toBeNull();
    },
  );
});
