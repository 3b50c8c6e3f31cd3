import { dayOf } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { calendarYear, findPeriodFault, lastDays, PRESET_DAYS, thisYear, yearsOf } from './period-presets.ts';

describe('period presets', () => {
  it('count back from the last day of the data, that day included', () => {
    for (const count of PRESET_DAYS) {
      const { from, to } = lastDays(count, '2024-03-01');
      expect(to).toBe('2024-03-01');
      expect(dayOf(to) - dayOf(from) + 1).toBe(count);
    }
    expect(lastDays(30, '2024-03-01').from).toBe('2024-02-01');
  });

  it('know the year so far and whole years', () => {
    expect(thisYear('2024-03-01')).toEqual({ from: '2024-01-01', to: '2024-03-01' });
    expect(calendarYear(2023)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
    expect(yearsOf('2021-12-31', '2024-01-01')).toEqual([2024, 2023, 2022, 2021]);
  });

  it('find what keeps two dates from being a period', () => {
    expect(findPeriodFault('2024-02-30', '')).toBe('from');
    expect(findPeriodFault('', 'soon')).toBe('to');
    expect(findPeriodFault('2024-02-02', '2024-02-01')).toBe('reversed');
    expect(findPeriodFault('2024-02-01', '2024-02-01')).toBeNull();
    expect(findPeriodFault('', '')).toBeNull();
  });
});
