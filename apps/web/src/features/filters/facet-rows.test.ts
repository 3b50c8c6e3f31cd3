import { describe, expect, it } from 'vitest';
import { addFromTop, facetRows, matchesSearch, orderByFrequency, shortenRows } from './facet-rows.ts';

const group = (key: string | null, count: number, possible = 0) => ({ key, count, possible });

describe('facet rows', () => {
  it('order values by how often they may occur, without the unknown', () => {
    expect(orderByFrequency([group('b', 1), group(null, 9), group('c', 1), group('a', 0, 4)])).toEqual(['a', 'b', 'c']);
  });

  it('keep their order and their place at 0 when counts change', () => {
    const rows = facetRows(['a', 'b', 'c'], [group('c', 8, 2), group('b', 5)]);
    expect(rows.map(({ key, count, possible }) => [key, count, possible])).toEqual([
      ['a', 0, 0],
      ['b', 5, 0],
      ['c', 8, 2],
    ]);
    expect(rows.map(({ share }) => share)).toEqual([0, 0.5, 0.8]);
  });

  it('are cut to the first few and any chosen one', () => {
    const rows = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
    expect(shortenRows(rows, 2, (key) => key === 'd').map(({ key }) => key)).toEqual(['a', 'b', 'd']);
    expect(shortenRows(rows, 3, () => false)).toBe(rows);
  });

  it('add severities up from the gravest', () => {
    const rows = addFromTop(facetRows(['3', '2', '1'], [group('3', 1), group('1', 3)]));
    expect(rows.map(({ count, share }) => [count, share])).toEqual([
      [1, 0.25],
      [1, 0.25],
      [4, 1],
    ]);
  });

  it('are found by beginnings of words', () => {
    expect(matchesSearch('Old Harbour Works', 'har old')).toBe(true);
    expect(matchesSearch('Old Harbour Works', 'arb')).toBe(false);
    expect(matchesSearch('Émile', 'emi')).toBe(true);
    expect(matchesSearch('anything', ' ')).toBe(true);
  });
});
