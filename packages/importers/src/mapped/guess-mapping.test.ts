import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess-mapping.ts';

describe('guessMapping', () => {
  it('finds columns by what they are called in English, whatever their spelling', () => {
    const row = {
      eventDate: '2024-10-07',
      LAT: '30.5',
      Lng: '65.5',
      'Sub-Event Type': 'Attack',
      Dead: '3',
      Mood: 'bad',
    };
    const { mapping, unsure, unused } = guessMapping('Partner’s sheet', Object.keys(row), [row]);
    expect(mapping.columns).toEqual({
      date: 'eventDate',
      latitude: 'LAT',
      longitude: 'Lng',
      subEventType: 'Sub-Event Type',
      killed: 'Dead',
    });
    expect([mapping.origin, unsure, unused]).toEqual(['partner-s-sheet', ['targetType', 'placePrecision'], ['Mood']]);
  });

  it('finds dates and types by their values where names say nothing', () => {
    const rows = [
      { a: '25/12/2023', b: 'grenade', c: '4' },
      { a: '26/12/2023', b: 'Suicide bomb', c: '5' },
    ];
    const { mapping } = guessMapping('t', ['a', 'b', 'c'], rows);
    expect([mapping.columns, mapping.dateOrder]).toEqual([{ date: 'a', subEventType: 'b' }, 'day-month-year']);
  });

  it('does not take a column for what it is called when its values are something else', () => {
    const rows = [{ date: 'soon', killed: 'many', when: '2024-10-07' }];
    expect(guessMapping('t', ['date', 'killed', 'when'], rows).mapping.columns).toEqual({ date: 'when' });
  });

  it.each([
    [['25/12/2023', '01/02/2023'], 'day-month-year', false],
    [['12/25/2023', '01/02/2023'], 'month-day-year', false],
    [['01/02/2023', '03/04/2023'], null, true],
    [['25/12/2023', '31/02/2023'], 'day-month-year', false],
    [['25/12/2023', '12/25/2023'], null, true],
    [['25/12/23', '01/02/23'], 'day-month-year', false],
  ] as const)('tells from %j that dates are %s, unsure: %s', (dates, order, isUnsure) => {
    const { mapping, unsure } = guessMapping(
      't',
      ['date'],
      dates.map((date) => ({ date })),
    );
    expect([mapping.dateOrder, unsure.includes('date')]).toEqual([order, isUnsure]);
  });
});
