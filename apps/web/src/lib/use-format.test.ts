import { beforeAll, describe, expect, test } from 'vitest';
import { i18n, startI18n } from './i18n.ts';
import { createFormat, type Format } from './use-format.ts';

let format: Format;
beforeAll(async () => {
  await startI18n();
  format = createFormat(i18n.getFixedT('en', 'common'), 'en-GB');
});

describe('formats', () => {
  test('dates show no more than is known', () => {
    expect(format.date('2024-10-06')).toBe('6 Oct 2024');
    expect(format.date('2024-09-01', 'month')).toBe('Sep 2024');
    expect(format.date('2024-01-01', 'year')).toBe('2024');
    expect(format.dates('2026-01-31', '2026-02-05', 'day')).toBe('31 Jan to 5 Feb 2026');
    expect(format.dates('2024-08-01', '2024-08-31', 'month')).toBe('Aug 2024');
  });

  test('periods may be open', () => {
    expect(format.period('2024-01-01', '2024-12-31')).toBe('1 Jan to 31 Dec 2024');
    expect(format.period('2023-12-01', '2024-01-31')).toBe('1 Dec 2023 to 31 Jan 2024');
    expect(format.period('2024-01-01', undefined)).toBe('since 1 Jan 2024');
    expect(format.period(undefined, '2024-01-01')).toBe('until 1 Jan 2024');
  });

  test('moments are told by the clock of the reader', () => {
    expect(format.moment(new Date(2026, 10, 5, 1, 4).toISOString())).toBe('5 Nov 2026, 01:04');
    expect(format.moment(new Date(2024, 0, 31, 23, 59).toISOString())).toBe('31 Jan 2024, 23:59');
  });

  test('distances are intervals, never a middle', () => {
    expect(format.distance(0.8, 1.2)).toBe('0.8–1.2 km');
    expect(format.distance(24.8, 25.2)).toBe('24.8–25.2 km');
    expect(format.distance(0, 294.3)).toBe('0–294 km');
    expect(format.distance(0, 7.3)).toBe('0–7 km');
    expect(format.distance(25.01, 25.04)).toBe('25 km');
  });

  test('unknown is unknown, and a sum with unknowns is a lower bound', () => {
    expect(format.range(null)).toBe('n/k');
    expect(format.range({ low: 8, best: 21, high: 21 })).toBe('8–21');
    expect(format.toll({ low: 157, best: 157, high: 157, unknown: 2 }, 48)).toBe('157+');
    expect(format.toll({ low: 0, best: 0, high: 0, unknown: 1 }, 1)).toBe('n/k');
    expect(format.toll({ low: 0, best: 0, high: 0, unknown: 0 }, 0)).toBe('0');
  });

  test('changes carry their sign', () => {
    expect([12, -3, 0, -1234].map(format.change)).toEqual(['+12', '−3', '±0', '−1,234']);
  });
});
