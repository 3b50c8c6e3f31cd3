import type { CodeColumn } from '@corridor/crossfilter';
import { DEVELOPMENT, EVENT_TYPES, type Totals } from '@corridor/domain';
import type { IncidentCube } from './incident-cube.ts';
import { AREA, UNDRAWN } from './place-geometry.ts';
import { INSIDE } from './relation-codes.ts';

const DEVELOPMENT_CODE = EVENT_TYPES.indexOf(DEVELOPMENT);

/**
 * How many incidents match and where they can be drawn, and their tolls; `relation` is how places lie to what the filter
 * asks for. Beside the counting O(places), O(rows that moved) where they are few.
 */
export function answerTotals(cube: IncidentCube, relation: CodeColumn | null): Totals {
  const drawn = cube.countPlaceValues(cube.places.drawnAs);
  const unlocated = drawn[UNDRAWN] ?? 0;
  const inside = relation ? (cube.countPlaceValues(relation)[INSIDE] ?? 0) : 0;
  const { matched } = cube.crossfilter;
  return {
    matched,
    located: matched - unlocated,
    areas: drawn[AREA] ?? 0,
    unlocated,
    casualties: cube.tollBits.totals(cube.countColumn(cube.tollBits.column)),
    near: relation ? { inside, possible: matched - inside } : null,
    developments: cube.countColumn(cube.table.columns.type)[DEVELOPMENT_CODE] ?? 0,
  };
}
