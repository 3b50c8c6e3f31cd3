import type { Area } from '@corridor/domain';
import { expect, test } from 'vitest';
import { areaHandles, moveHandle } from './edit-area.ts';

const polygon: Area = {
  kind: 'polygon',
  ring: [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ],
};
const circle: Area = { kind: 'circle', center: [10, 20], radiusKm: 100 };

test('a corner of a polygon can be moved, but not across an edge', () => {
  expect(moveHandle(polygon, 2, [3, 3])).toMatchObject({
    ring: [
      [0, 0],
      [2, 0],
      [3, 3],
      [0, 2],
    ],
  });
  expect(moveHandle(polygon, 2, [-1, 1])).toBeNull();
});

test('a circle is moved by its centre and resized by its rim', () => {
  expect(moveHandle(circle, 0, [11, 21])).toEqual({ kind: 'circle', center: [11, 21], radiusKm: 100 });
  const [, rim = [0, 0]] = areaHandles(circle);
  expect(moveHandle(circle, 1, rim)).toMatchObject({ center: [10, 20], radiusKm: expect.closeTo(100, 3) });
});

test('a box cannot be turned inside out', () => {
  const box: Area = { kind: 'box', bbox: [0, 0, 1, 1] };
  expect(moveHandle(box, 0, [-1, -1])).toEqual({ kind: 'box', bbox: [-1, -1, 1, 1] });
  expect(moveHandle(box, 0, [2, 2])).toBeNull();
});
