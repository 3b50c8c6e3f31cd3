import type { IncidentDistance, IncidentSummary } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByRadius, countByYear, countWindows, relate } from './site-counts.ts';

const incident = (start: string, targetedSites: readonly string[] = []): IncidentSummary => ({
  id: start,
  title: 'Bomb on a road',
  start,
  end: start,
  datePrecision: 'day',
  eventType: 'Battles',
  subEventType: 'Armed clash',
  actors: [],
  actorClaim: 'unknown',
  targetType: 'civilians',
  targetedSites,
  placeName: '',
  province: null,
  district: null,
  latitude: null,
  longitude: null,
  placePrecision: 'place',
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
  severity: 1,
  status: 'reported',
  grade: 'B2',
  chinese: false,
  summarisesDay: false,
});
const at = (start: string, minKm: number, maxKm: number, targets?: readonly string[]): IncidentDistance => ({
  incident: incident(start, targets),
  minKm,
  maxKm,
});

test('counts by radius equal sorting every incident at every radius', () => {
  const interval = fc.tuple(fc.double({ min: 0, max: 80, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }));
  fc.assert(
    fc.property(fc.array(interval), (intervals) => {
      const rows = intervals.map(([min, width]) => at('2024-01-01', min, min + width));
      for (const { radiusKm, inside, possible } of countByRadius(rows)) {
        const related = relate(rows, 'port', radiusKm);
        expect(inside).toBe(related.filter(({ relation }) => relation === 'inside').length);
        expect(possible).toBe(related.filter(({ relation }) => relation === 'possible').length);
      }
    }),
    { seed: 5 },
  );
});

test('counts days back from the last day, and the year before', () => {
  const rows = relate(
    [
      at('2024-12-31', 0, 1),
      at('2024-12-01', 0, 1),
      at('2024-01-02', 0, 1),
      at('2024-01-01', 0, 1),
      at('2023-01-01', 0, 1),
    ],
    'port',
    5,
  );
  expect(countWindows(rows, '2024-12-31', () => true)).toEqual({ last: [1, 2, 3], yearBefore: 1 });
});

test('counts each incident of a year once', () => {
  const rows = relate(
    [at('2022-05-01', 90, 95, ['port']), at('2022-06-01', 0, 1), at('2024-01-01', 3, 9), at('2024-01-01', 30, 39)],
    'port',
    5,
  );
  expect(countByYear(rows, 2022, 2024)).toEqual([
    { year: '2022', aimed: 1, inside: 1, possible: 0 },
    { year: '2023', aimed: 0, inside: 0, possible: 0 },
    { year: '2024', aimed: 0, inside: 0, possible: 1 },
  ]);
});
