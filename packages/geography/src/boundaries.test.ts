import type { District, Province } from '@corridor/domain';
import { expect, test } from 'vitest';
import { createBoundaries } from './index.ts';

/** Squares of one degree in a row along the equator, each an arc of its own. */
const districtIds = ['alpha', 'beta-gamma', 'b-g-subdivision', 'old', 'delta'];
const topology = {
  type: 'Topology',
  arcs: [0, 1, 2, 3, 4].map((west) => squareAt(west, 1)).concat([squareAt(0, 5)]),
  objects: {
    districts: {
      type: 'GeometryCollection',
      geometries: districtIds.map((id, arc) => ({ type: 'Polygon', arcs: [[arc]], properties: { id, n: id } })),
    },
    provinces: {
      type: 'GeometryCollection',
      geometries: [{ type: 'MultiPolygon', arcs: [[[5]]], properties: { p: 'P1' } }],
    },
  },
};

const provinces: Province[] = [{ name: 'Province', shortName: 'P.', aliases: [], boundaryId: 'P1', label: [2, 0.5] }];
const districts: District[] = [
  district('Younger Alpha', 'alpha', 'parent'),
  district('Greater alpha', 'alpha', 'own'),
  district('alpha', 'alpha', 'own'),
  district('Beta Gamma', 'beta-gamma', 'own'),
  district('New', 'old', 'parent'),
  district('Nowhere', 'missing', 'own'),
];
const boundaries = createBoundaries(topology, districts, provinces);

test('a district has its own polygon, or its parent’s', () => {
  expect(boundaries.districtPolygons('alpha')).toEqual([[squareAt(0, 1)]]);
  expect(boundaries.districtPolygons('Younger Alpha')).toBe(boundaries.districtPolygons('alpha'));
});

test('a subdivision belongs to the district that its shortened name stands for', () => {
  expect(boundaries.districtPolygons('Beta Gamma')).toEqual([[squareAt(1, 1)], [squareAt(2, 1)]]);
  expect(boundaries.districtAt(2.5, 0.5)).toBe('Beta Gamma');
});

test('a district without a polygon, and an unknown name, have none', () => {
  expect(boundaries.districtPolygons('Nowhere')).toBeNull();
  expect(boundaries.districtPolygons('never heard of')).toBeNull();
  expect(boundaries.provincePolygons('never heard of')).toBeNull();
});

test('a position lies in the district whose own polygon it is, first the one named like it', () => {
  expect(boundaries.districtAt(0.5, 0.5)).toBe('alpha');
});

test('a position in a polygon that is only a parent’s, or nobody’s, has no district', () => {
  expect(boundaries.districtAt(3.5, 0.5)).toBeNull();
  expect(boundaries.districtAt(4.5, 0.5)).toBeNull();
});

test('a position has a province within its polygon only', () => {
  expect(boundaries.provincePolygons('Province')).toEqual([[squareAt(0, 5)]]);
  expect(boundaries.provinceAt(4.5, 0.5)).toBe('Province');
  expect(boundaries.provinceAt(4.5, 1.5)).toBeNull();
  expect(boundaries.districtAt(-0.5, 0.5)).toBeNull();
});

const { districts: districtCollection } = topology.objects;
const withDistricts = (geometries: readonly unknown[]) => ({
  ...topology,
  objects: { ...topology.objects, districts: { ...districtCollection, geometries } },
});

test.each([
  [null, /not TopoJSON/],
  ['text', /not TopoJSON/],
  [{ type: 'FeatureCollection' }, /not TopoJSON/],
  [{ type: 'Topology', objects: {} }, /no list "arcs"/],
  [{ type: 'Topology', arcs: [] }, /no "objects"/],
  [{ type: 'Topology', arcs: [], objects: {} }, /no collection "districts"/],
  [withDistricts([{ type: 'Polygon', arcs: [[0]], properties: { n: 'x' } }]), /districts\[0\] has no text "id"/],
  [withDistricts([{ type: 'Polygon', arcs: [[99]], properties: { id: 'x' } }]), /districts\[0\] cannot be decoded/],
  [withDistricts([{ type: 'LineString', arcs: [0], properties: { id: 'x' } }]), /districts\[0\] is not a polygon/],
  [{ ...topology, arcs: topology.arcs.map((arc) => arc.slice(0, 2)) }, /districts\[0\] has a ring of less than three/],
  [{ ...topology, arcs: topology.arcs.map((arc) => arc.map(([x]) => [x, 'a'])) }, /position outside the globe/],
])('refuses a broken base map with a clear message (%#)', (broken, reason) => {
  expect(() => createBoundaries(broken, districts, provinces)).toThrow(reason);
});

function squareAt(west: number, width: number): [number, number][] {
  return [
    [west, 0],
    [west, 1],
    [west + width, 1],
    [west + width, 0],
    [west, 0],
  ];
}

function district(name: string, boundaryId: string, boundaryMatch: 'own' | 'parent'): District {
  return { name, aliases: [], province: 'Province', latitude: 0.5, longitude: 0.5, boundaryId, boundaryMatch };
}
