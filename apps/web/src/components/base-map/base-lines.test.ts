import { expect, test } from 'vitest';
import { decodeBaseLines, decodeTowns } from './base-lines.ts';

/** Two countries side by side, the western one split into two provinces; one square degree each. */
const topology = {
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 1],
    ],
    [
      [2, 1],
      [1, 1],
    ],
    [
      [2, 0],
      [3, 0],
      [3, 1],
      [2, 1],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[1, 2, 3, 4]], properties: { a: 'HOME' } },
        { type: 'Polygon', arcs: [[5, -4]], properties: { a: 'AWAY' } },
      ],
    },
    provinces: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { p: 'west' } },
        { type: 'Polygon', arcs: [[2, 3, 4, -1]], properties: { p: 'east' } },
      ],
    },
  },
};

test('tells the border from the coast, and home from its neighbours', () => {
  const lines = decodeBaseLines(topology, 'HOME');
  expect(lines.borders).toEqual([
    [
      [0, 2],
      [1, 2],
    ],
  ]);
  expect(lines.coast.flat()).not.toHaveLength(0);
  expect(lines.land).toHaveLength(2);
  expect(lines.neighbours).toHaveLength(1);
  expect(lines.neighbours[0]).toContainEqual([0, 3]);
  expect(lines.provinces).toEqual([
    [
      [0, 1],
      [1, 1],
    ],
  ]);
});

test('draws nothing from what is no base map', () => {
  expect(decodeBaseLines({ type: 'FeatureCollection' }, 'HOME').land).toEqual([]);
});

test('orders towns by rank, then by people, and leaves out broken rows', () => {
  const rows = [
    ['Small', 1, 2, 5, 3, 'X'],
    ['Big', 1, 2, 900, 1, 'X'],
    ['Broken', null, 2, 1, 1, 'X'],
    ['Bigger', 3, 4, 1000, 1, 'X'],
  ];
  expect(decodeTowns(rows).map(({ name }) => name)).toEqual(['Bigger', 'Big', 'Small']);
});
