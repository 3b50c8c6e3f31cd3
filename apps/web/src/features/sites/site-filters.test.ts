import type { Filter } from '@corridor/domain';
import { expect, test } from 'vitest';
import { ringFilters, wideFilters } from './site-filters.ts';

const around = (filter: Filter) => ringFilters(wideFilters(filter, 'port'), 'site', 'port', 12);

test('leaves out what would look near other sites only', () => {
  const filter = { type: ['Battles'], site: ['dam'], route: ['road'], radiusKm: 3, certainty: 'inside' } as const;
  expect(wideFilters(filter, 'port').around).toEqual({ type: ['Battles'] });
  expect(around(filter)).toMatchObject({
    near: { type: ['Battles'], site: ['port'], radiusKm: 12 },
    inside: { type: ['Battles'], site: ['port'], radiusKm: 12, certainty: 'inside' },
  });
  expect(around(filter).near).not.toHaveProperty('certainty');
});

test('keeps the certainty that an area is asked for with', () => {
  const area = { kind: 'box', bbox: [0, 0, 1, 1] } as const;
  expect(wideFilters({ area, certainty: 'inside' }, 'road').around).toEqual({ area, certainty: 'inside' });
});

test('takes what was aimed at it, unless only what was aimed elsewhere is asked for', () => {
  expect(wideFilters({ q: 'bomb' }, 'port').aimed).toEqual({ q: 'bomb', targetedSite: ['port'] });
  expect(around({ q: 'bomb' })).toMatchObject({
    nearAndAimed: { q: 'bomb', site: ['port'], radiusKm: 12, targetedSite: ['port'] },
    insideAndAimed: { certainty: 'inside', targetedSite: ['port'] },
  });
  expect(wideFilters({ targetedSite: ['dam', 'port'] }, 'port').aimed).toEqual({ targetedSite: ['port'] });
  expect(wideFilters({ targetedSite: ['dam'] }, 'port').aimed).toBeNull();
  expect(around({ targetedSite: ['dam'] })).toMatchObject({ nearAndAimed: null, insideAndAimed: null });
});

test('calls severity 4 and more severe, and only what the filter lets through', () => {
  expect(around({ minSeverity: 2 }).severeInside.minSeverity).toBe(4);
  expect(around({ minSeverity: 5 }).severeInside.minSeverity).toBe(5);
});
