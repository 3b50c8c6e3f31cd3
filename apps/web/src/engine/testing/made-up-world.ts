import { createBoundaries } from '@corridor/geography';
import { createMadeUpGeography } from '@corridor/incident-table/testing';

const NO_BORDERS = { type: 'GeometryCollection', geometries: [] };

/** A base map without borders. */
export const base = { type: 'Topology', arcs: [], objects: { districts: NO_BORDERS, provinces: NO_BORDERS } };

const made = createMadeUpGeography();

/** Sites, routes and districts to seed incidents in, over that map. */
export const geography = { ...made, boundaries: createBoundaries(base, made.districts, []) };
