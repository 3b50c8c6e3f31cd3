import { describe, expect, it } from 'vitest';
import { countOutside, MAX_STACKS, OTHERS, stackSeries, sumOf } from './stacks.ts';

const all = { first: 0, last: 3 };

describe('stacks', () => {
  it('come in the order of event types, developments left out', () => {
    const series = [
      { key: 'Strategic developments', counts: [9, 9, 9] },
      { key: 'Battles', counts: [1, 0, 0] },
      { key: 'Explosions/Remote violence', counts: [0, 2, 0] },
      { key: 'Riots', counts: [0, 0, 0] },
    ];
    const stacks = stackSeries({ series }, 'type', all);
    expect(stacks.map(({ key }) => key)).toEqual(['Explosions/Remote violence', 'Battles']);
    expect(sumOf(stacks)).toEqual([1, 2, 0]);
    expect(countOutside({ series }, 'type', { first: 1, last: 2 })).toEqual({ earlier: 1, later: 0 });
  });

  it('are the largest few of any other dimension, and the rest as one, none lost', () => {
    const series = Array.from({ length: MAX_STACKS + 4 }, (_, index) => ({
      key: index === 0 ? null : `v${index}`,
      counts: [index + 1, 1, 0],
    }));
    const stacks = stackSeries({ series }, 'actor', all);
    expect(stacks.map(({ key }) => key)).toEqual(['v9', 'v8', 'v7', 'v6', 'v5', 'v4', OTHERS]);
    expect(sumOf(stacks)).toEqual([55, 10, 0]);
  });

  it('count only what is drawn', () => {
    const series = [{ key: 'a', counts: [5, 1, 2] }];
    expect(stackSeries({ series }, 'province', { first: 1, last: 3 })[0]?.total).toBe(3);
    expect(countOutside({ series }, 'province', { first: 1, last: 2 })).toEqual({ earlier: 5, later: 2 });
  });
});
