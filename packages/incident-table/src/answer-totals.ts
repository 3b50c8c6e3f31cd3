import { DEVELOPMENT, EVENT_TYPES, type Totals } from '@corridor/domain';
import type { IncidentCube } from './incident-cube.ts';
import { AREA, UNDRAWN } from './place-geometry.ts';
import { INSIDE } from './relation-codes.ts';

const DEVELOPMENT_CODE = EVENT_TYPES.indexOf(DEVELOPMENT);

/** How many incidents match and where they can be drawn, and their tolls. O(places) beside the counting. */
export function answerTotals(cube: IncidentCube, relation: Uint8Array | null): Totals {
  const counts = cube.countPlaceTotals();
  let unlocated = 0;
  let areas = 0;
  let inside = 0;
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] ?? 0;
    if (cube.places.drawn[place] === UNDRAWN) unlocated += count;
    if (cube.places.drawn[place] === AREA) areas += count;
    if (relation?.[place] === INSIDE) inside += count;
  }
  const matched = cube.crossfilter.matched;
  return {
    matched,
    located: matched - unlocated,
    areas,
    unlocated,
    casualties: cube.tollBits.totals(cube.countColumn(cube.tollBits.column)),
    near: relation ? { inside, possible: matched - inside } : null,
    developments: cube.countColumn(cube.table.columns.type)[DEVELOPMENT_CODE] ?? 0,
  };
}
