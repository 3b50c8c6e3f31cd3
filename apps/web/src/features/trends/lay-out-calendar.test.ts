import { dayOf, isoOf } from '@corridor/domain';
import { expect, test } from 'vitest';
import { layOutCalendar } from './lay-out-calendar.ts';

const days = Array.from({ length: 365 }, (_, index) => ({
  start: isoOf(dayOf('2025-04-13') + index),
  count: index % 3,
}));

test('gives every day its own cell, Mondays in the first row', () => {
  const { cells, weeks } = layOutCalendar(days);
  expect(new Set(cells.map(({ week, weekday }) => `${week},${weekday}`)).size).toBe(365);
  expect(cells[0]).toMatchObject({ start: '2025-04-13', week: 0, weekday: 6 });
  expect(weeks).toBe(53);
});

test('labels months with room between them', () => {
  const { monthLabels } = layOutCalendar(days);
  expect(monthLabels[0]).toEqual({ start: '2025-05-01', week: 3 });
  expect(monthLabels.length).toBeGreaterThanOrEqual(11);
  for (const [index, label] of monthLabels.entries()) {
    expect(label.week - (monthLabels[index - 1]?.week ?? -9)).toBeGreaterThanOrEqual(4);
  }
});

test('is empty without days', () => {
  expect(layOutCalendar([])).toEqual({ cells: [], monthLabels: [], weeks: 1 });
});
