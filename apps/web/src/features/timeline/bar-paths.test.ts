import { describe, expect, it } from 'vitest';
import { barPaths, countScale, wholeBarPath } from './bar-paths.ts';

const box = { left: 0, barWidth: 10, top: 0, height: 100 };
const stack = (key: string, counts: readonly number[]) => ({ key, counts, total: 1 });

describe('bar paths', () => {
  it('set each stack on those before it, and draw nothing for 0', () => {
    const [first = '', second = ''] = barPaths([stack('a', [2, 0]), stack('b', [3, 1])], box, 10);
    expect(first).toBe('M0.8,80h8.4v19.4h-8.4Z');
    expect(second).toBe('M0.8,50h8.4v29.4h-8.4ZM10.8,90h8.4v9.4h-8.4Z');
  });

  it('outline a whole bar', () => {
    expect(wholeBarPath([stack('a', [2]), stack('b', [3])], 0, box, 10)).toBe('M0,50h10V100h-10Z');
    expect(wholeBarPath([stack('a', [0])], 0, box, 10)).toBe('');
  });

  it('have round grid lines from 0 that the highest bar does not fall short of', () => {
    for (const most of [0, 1, 2, 3, 11, 12, 99, 1234]) {
      const { max, ticks } = countScale([0, most]);
      expect(ticks[0]).toBe(0);
      expect(max).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every((tick) => Number.isInteger(tick) && tick <= max)).toBe(true);
    }
    expect(countScale([12]).ticks).toEqual([0, 5, 10]);
  });
});
