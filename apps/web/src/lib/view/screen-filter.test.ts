import { EVENT_TYPES, VIOLENT_TYPES } from '@corridor/domain';
import { expect, test } from 'vitest';
import { applyScreenDefaults } from './screen-filter.ts';

const LAST = '2026-04-12';

test('the map and the incident table complete nothing', () => {
  expect(applyScreenDefaults({}, 'map', LAST)).toEqual({ screen: 'map', filter: {}, assumed: [] });
  expect(applyScreenDefaults({ q: 'bus' }, 'incidents', LAST).filter).toEqual({ q: 'bus' });
});

test('trends assume violence in the twelve months up to the last day', () => {
  expect(applyScreenDefaults({ province: ['Sindh'] }, 'trends', LAST)).toEqual({
    screen: 'trends',
    filter: { province: ['Sindh'], type: VIOLENT_TYPES, from: '2025-04-13', to: LAST },
    assumed: ['type', 'period'],
  });
});

test('what is chosen is left alone, also a period with one end', () => {
  const chosen = { type: EVENT_TYPES, from: '2020-01-01' };
  expect(applyScreenDefaults(chosen, 'regions', LAST)).toEqual({ screen: 'regions', filter: chosen, assumed: [] });
  expect(applyScreenDefaults({ subType: ['Arrests'] }, 'sites', LAST).assumed).toEqual([]);
});

test('assumes no period while the data are not known', () => {
  expect(applyScreenDefaults({}, 'trends', null).assumed).toEqual(['type']);
});
