import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxesMeet, type LabelRequest, placeLabels } from './place-labels.ts';

const FRAME: Box = [0, 0, 400, 300];
const town = (key: string, x: number, y: number): LabelRequest => ({
  key,
  text: key,
  x,
  y,
  width: 40,
  fontSize: 11,
  centred: false,
  gap: 5,
});

test('a town’s name stands to the right of its dot where there is room', () => {
  expect(placeLabels([town('A', 100, 100)], [], FRAME)).toEqual([{ key: 'A', x: 105, y: 103.85 }]);
});

test('a name moves to the left of its dot when the right is taken', () => {
  const [label] = placeLabels([town('A', 100, 100)], [[104, 90, 160, 110]], FRAME);
  expect(label?.x).toBe(55);
});

test('a name without room is left out', () => {
  expect(placeLabels([town('A', 100, 100)], [[0, 0, 400, 300]], FRAME)).toEqual([]);
});

test('a country’s name that is in the way of a more important one moves a little', () => {
  const placed = placeLabels(
    [
      { ...town('A', 100, 100), centred: true },
      { ...town('B', 110, 100), centred: true },
    ],
    [],
    FRAME,
  );
  expect(placed.map(({ key, x, y }) => [key, x, y])).toEqual([
    ['A', 80, 103.85],
    ['B', 90, 81.85],
  ]);
});

test('no label ever covers an obstacle, another label or the edge', () => {
  const point = fc.record({ x: fc.integer({ min: -20, max: 420 }), y: fc.integer({ min: -20, max: 320 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), fc.array(point, { maxLength: 20 }), (towns, rings) => {
      const requests = towns.map(({ x, y }, index) => town(String(index), x, y));
      const obstacles = rings.map(({ x, y }): Box => [x - 10, y - 10, x + 10, y + 10]);
      const boxes = placeLabels(requests, obstacles, FRAME).map(({ x, y }): Box => [x, y - 11, x + 40, y + 3]);
      boxes.forEach((box, index) => {
        expect([...obstacles, ...boxes.slice(index + 1)].some((other) => boxesMeet(box, other))).toBe(false);
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 400 && box[3] <= 300).toBe(true);
      });
    }),
    { seed: 1 },
  );
  expect.hasAssertions();
});
