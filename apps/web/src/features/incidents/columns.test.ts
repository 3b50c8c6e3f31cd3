import { expect, test } from 'vitest';
import { columnsWidth, DEFAULT_COLUMNS, fitColumns, nextSort, parseColumns, toggleColumn } from './columns.ts';

test('reads columns in the table’s order, without names it does not know', () => {
  expect(parseColumns(['grade', 'nonsense', 'killed'])).toEqual(['date', 'title', 'killed', 'grade']);
  expect(parseColumns([])).toEqual(['date', 'title']);
  expect(parseColumns(undefined)).toBe(DEFAULT_COLUMNS);
});

test('switching a column on and off again leaves no trace in the URL', () => {
  const added = toggleColumn(DEFAULT_COLUMNS, 'status');
  expect(added).toContain('status');
  expect(toggleColumn(parseColumns(added), 'status')).toBeUndefined();
});

test('the default columns fit 1024 px, alone and beside a record of 320', () => {
  expect(columnsWidth(DEFAULT_COLUMNS)).toBeLessThanOrEqual(1024);
  const beside = fitColumns(DEFAULT_COLUMNS, 704);
  expect(columnsWidth(beside)).toBeLessThanOrEqual(704);
  expect(beside).toEqual(['date', 'type', 'title', 'district', 'killed', 'wounded', 'severity']);
});

test('a click turns the order round, or begins with the highest figure or with A', () => {
  expect(nextSort({ by: 'date', descending: true }, 'date')).toEqual({ by: 'date', descending: false });
  expect(nextSort({ by: 'date', descending: true }, 'killed')).toEqual({ by: 'killed', descending: true });
  expect(nextSort({ by: 'date', descending: true }, 'actor')).toEqual({ by: 'actor', descending: false });
});
