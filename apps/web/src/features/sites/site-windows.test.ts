import { expect, test } from 'vitest';
import { siteWindows } from './site-windows.ts';

test('counts back from the day the data reach', () => {
  const { end, last, yearBefore } = siteWindows({ type: ['Battles'] }, '2026-04-12');
  expect(end).toBe('2026-04-12');
  expect(last[30]).toEqual({ type: ['Battles'], from: '2026-03-14', to: '2026-04-12' });
  expect(last[365]).toEqual({ type: ['Battles'], from: '2025-04-13', to: '2026-04-12' });
  expect(yearBefore).toEqual({ type: ['Battles'], from: '2024-04-13', to: '2025-04-12' });
});

test('stays within the period of the filter', () => {
  const { end, last, yearBefore } = siteWindows({ from: '2024-12-01', to: '2024-12-31' }, '2026-04-12');
  expect(end).toBe('2024-12-31');
  expect(last[90]).toEqual({ from: '2024-12-01', to: '2024-12-31' });
  expect(yearBefore).toBeNull();
});
