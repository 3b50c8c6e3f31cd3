import { describe, expect, it } from 'vitest';
import { findValues } from './find-values.ts';

const values = [['South Harbour'], ['Harbour Point', 'Old Quay'], ['Émile Station'], ['Harrow']];
const find = (search: string, limit = 8) => findValues(values, (texts) => texts, search, limit).map(([name]) => name);

describe('findValues', () => {
  it('finds beginnings of words, names that begin with the search first', () => {
    expect(find('har')).toEqual(['Harbour Point', 'Harrow', 'South Harbour']);
  });
  it('finds by further texts, without regard to accents and case', () => {
    expect(find('QUAY')).toEqual(['Harbour Point']);
    expect(find('emile')).toEqual(['Émile Station']);
  });
  it('wants every word of the search', () => {
    expect(find('harbour south')).toEqual(['South Harbour']);
    expect(find('harbour north')).toEqual([]);
  });
  it('finds nothing without a word, and no more than asked for', () => {
    expect(find(' - ')).toEqual([]);
    expect(find('har', 1)).toEqual(['Harbour Point']);
  });
});
