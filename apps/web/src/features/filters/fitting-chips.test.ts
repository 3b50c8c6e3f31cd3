import { describe, expect, it } from 'vitest';
import { countFitting } from './fitting-chips.ts';

describe('countFitting', () => {
  it('shows all chips where they fit without a button for the rest', () => {
    expect(countFitting([50, 50], 106, 6, 40)).toBe(2);
    expect(countFitting([], 10, 6, 40)).toBe(0);
  });
  it('leaves room for the button as soon as one does not fit', () => {
    expect(countFitting([50, 50], 105, 6, 40)).toBe(1);
    expect(countFitting([50, 50], 95, 6, 40)).toBe(0);
    expect(countFitting([50, 50], 96, 6, 40)).toBe(1);
  });
});
