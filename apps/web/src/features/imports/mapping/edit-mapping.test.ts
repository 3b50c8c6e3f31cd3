import { describe, expect, it } from 'vitest';
import type { Guess, Mapping } from '../../../lib/api/import-mappings.ts';
import { faultsOf, fieldOf, holdField, mappingsFor, setEveryRow, setMeaning, tidyMapping } from './edit-mapping.ts';

const MAPPING: Mapping = {
  name: 'partner',
  origin: 'partner',
  licence: 'CC0',
  columns: { date: 'When', subEventType: 'What' },
  dateOrder: 'day-month-year',
  values: {},
  everyRow: {},
};
const guessOf = (mapping: Mapping): Guess => ({
  ...{ format: 'table', needsMapping: true, columns: ['When', 'What', 'Dead'], rows: [], values: {} },
  ...{ mapping, unsure: [], unused: ['Dead'] },
});

describe('a mapping', () => {
  it('has one column for a field and one field for a column', () => {
    const moved = holdField(MAPPING, 'Dead', 'date');
    expect(moved.columns).toEqual({ date: 'Dead', subEventType: 'What' });
    expect(fieldOf(moved, 'When')).toBeNull();
    expect(holdField(MAPPING, 'What', 'eventType').columns).toEqual({ date: 'When', eventType: 'What' });
    expect(holdField(MAPPING, 'What', null).columns).toEqual({ date: 'When' });
  });

  it('says what a word means until that is taken back', () => {
    const said = setMeaning(MAPPING, 'subEventType', 'Firing', 'Armed clash');
    expect(said.values).toEqual({ subEventType: { Firing: 'Armed clash' } });
    expect(setMeaning(said, 'subEventType', 'Firing', '')).toEqual(MAPPING);
    expect(setEveryRow(setEveryRow(MAPPING, 'targetType', 'civilians'), 'targetType', '')).toEqual(MAPPING);
  });

  it('leaves out words of columns that hold them no more', () => {
    const said = setMeaning(MAPPING, 'subEventType', 'Firing', 'Armed clash');
    expect(tidyMapping(said).values).toEqual(said.values);
    expect(tidyMapping(holdField(said, 'What', null)).values).toEqual({});
  });

  it('needs a date, a type, the order of dates, a licence, an origin and a name', () => {
    expect(faultsOf(MAPPING, guessOf(MAPPING))).toEqual([]);
    const bare = { ...MAPPING, name: ' ', origin: 'A b', licence: ' ', columns: {}, dateOrder: null };
    expect(faultsOf(bare, guessOf(bare))).toEqual(['date', 'subEventType', 'licence', 'origin', 'name']);
    const open = { ...MAPPING, dateOrder: null };
    expect(faultsOf(open, guessOf(open))).toEqual(['dateOrder']);
  });

  it('is proposed for a file that has all its columns', () => {
    expect(mappingsFor(['When', 'What', 'More'], [MAPPING])).toEqual([MAPPING]);
    expect(mappingsFor(['When'], [MAPPING])).toEqual([]);
  });
});
