import { expect, test } from 'vitest';
import { placePills } from './place-pills.ts';

const pill = { key: 'a', x: 100, y: 100, width: 24 };

test('a pill with room stays in the middle of its district', () => {
  expect(placePills([pill], [[0, 0, 50, 50]])).toEqual([{ ...pill, shown: true }]);
});

test('a pill under a marker moves below it, and the next one elsewhere', () => {
  const [first, second] = placePills([pill, { ...pill, key: 'b' }], [[90, 90, 110, 110]]);
  expect(first).toMatchObject({ x: 100, y: 126 });
  expect(second).toMatchObject({ x: 100, y: 74 });
});

test('a pill without room near its district is left out', () => {
  expect(placePills([pill], [[0, 0, 500, 500]])).toEqual([{ ...pill, shown: false }]);
});
