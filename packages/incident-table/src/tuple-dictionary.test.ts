import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlaceDictionary } from './place-dictionary.ts';
import { TupleDictionary } from './tuple-dictionary.ts';

test('equal tuples have one code, in order of first appearance', () => {
  const anyTuple = fc.tuple(fc.integer({ min: -3, max: 12 }), fc.integer({ min: -3, max: 12 }), fc.integer());
  fc.assert(
    fc.property(fc.array(anyTuple, { minLength: 1, maxLength: 900, size: 'max' }), (tuples) => {
      const dictionary = new TupleDictionary(3);
      const known: string[] = [];
      for (const tuple of [...tuples, ...tuples]) {
        const key = tuple.join();
        if (!known.includes(key)) known.push(key);
        dictionary.tuple.set(tuple);
        expect(dictionary.code()).toBe(known.indexOf(key));
      }
      expect(Array.from(dictionary.values()).join()).toBe(known.join());
    }),
    { seed: 21, numRuns: 20 },
  );
});

test('places keep what is not known apart from zero, and zero from nothing', () => {
  const places = new PlaceDictionary();
  const codes = [
    places.code(0, 0, 2, 0, 0),
    places.code(-0, 0, 2, 0, 0),
    places.code(Number.NaN, Number.NaN, 2, 0, 0),
    places.code(0, 0, 3, 0, 0),
    places.code(0, 0, 2, -1, -1),
    places.code(12.3456, -7.5, 0, 1, 2),
  ];
  expect(codes).toEqual([0, 0, 1, 2, 3, 4]);
  const { count, district, latitude, longitude, precision, province } = places.columns(5, 6);
  expect([count, ...latitude, ...longitude]).toEqual([
    5,
    ...[0, Number.NaN, 0, 0, 12.3456],
    ...[0, Number.NaN, 0, 0, -7.5],
  ]);
  expect([[...precision], [...province], [...district]]).toEqual([
    [2, 2, 3, 2, 0],
    [0, 0, 0, 5, 1],
    [0, 0, 0, 6, 2],
  ]);
});
