import type { NearPlace } from '@corridor/domain';
import { relationToRadius } from '@corridor/geography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByRadius } from './count-by-radius.ts';

test('counts by radius equal sorting every incident at every radius', () => {
  const anyPlace = fc
    .tuple(
      fc.double({ min: 0, max: 80, noNaN: true }),
      fc.double({ min: 0, max: 40, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(
      ([minKm, width, count]): NearPlace => ({
        longitude: null,
        latitude: null,
        placePrecision: 'district',
        district: null,
        minKm,
        maxKm: minKm + width,
        count,
        byType: [],
      }),
    );
  fc.assert(
    fc.property(fc.array(anyPlace), (places) => {
      for (const { radiusKm, inside, possible } of countByRadius(places)) {
        const related = places.flatMap((place) =>
          new Array<string>(place.count).fill(relationToRadius(place, radiusKm)),
        );
        expect(inside).toBe(related.filter((relation) => relation === 'inside').length);
        expect(possible).toBe(related.filter((relation) => relation === 'possible').length);
      }
    }),
    { seed: 5 },
  );
});
