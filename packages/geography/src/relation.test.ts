import { expect, test } from 'vitest';
import { relationToRadius } from './index.ts';

test.each([
  [{ minKm: 1, maxKm: 9 }, 'inside'],
  [{ minKm: 1, maxKm: 10 }, 'inside'],
  [{ minKm: 1, maxKm: 10.01 }, 'possible'],
  [{ minKm: 10, maxKm: 30 }, 'possible'],
  [{ minKm: 10.01, maxKm: 30 }, 'outside'],
] as const)('a place between %o km away is %s of a ring of 10 km', (interval, relation) => {
  expect(relationToRadius(interval, 10)).toBe(relation);
});
