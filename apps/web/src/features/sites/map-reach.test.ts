import { expect, test } from 'vitest';
import { mapReach } from './map-reach.ts';
import type { OpenSite } from './open-site.ts';

const route: OpenSite = {
  kind: 'route',
  site: {
    id: 'road',
    name: 'Road',
    corridor: '',
    radiusKm: 10,
    kind: 'road',
    status: 'operational',
    line: [
      [70, 30],
      [72, 30],
    ],
  },
};

test('covers the corners of the map, in steps that double', () => {
  expect(mapReach(route, [69.9, 29.9, 70.1, 30.1])).toBe(50);
  // Half a degree of latitude is 56 km.
  expect(mapReach(route, [69.9, 29.5, 70.1, 30.5])).toBe(100);
  expect(mapReach(route, [60, 23, 78, 37])).toBe(1600);
});

test('measures from the nearest point of a line', () => {
  expect(mapReach(route, [71.9, 29.9, 72.1, 30.1])).toBe(50);
});
