import {
  CASUALTY_KINDS,
  type CasualtyKind,
  type CasualtyTotals,
  DEVELOPMENT,
  EVENT_TYPES,
  type Toll,
  type Totals,
} from '@corridor/domain';
import { TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import type { IncidentCube } from './incident-cube.ts';
import { AREA, INSIDE, UNDRAWN } from './place-geometry.ts';

const DEVELOPMENT_CODE = EVENT_TYPES.indexOf(DEVELOPMENT);
/** Sums for each casualty kind: low, best, high, and how many are unknown. */
export const TOLL_SUM_WIDTH = 4 * CASUALTY_KINDS.length;

/** How many incidents match and where they can be drawn, and their tolls. O(places + distinct tolls). */
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
    casualties: sumTolls(cube),
    near: relation ? { inside, possible: matched - inside } : null,
    developments: cube.countColumn(cube.table.columns.type)[DEVELOPMENT_CODE] ?? 0,
  };
}

function sumTolls(cube: IncidentCube): CasualtyTotals {
  const { toll, tolls } = cube.table.columns;
  const counts = cube.countColumn(toll);
  const sums = new Float64Array(TOLL_SUM_WIDTH);
  for (let code = 0; code < toll.cardinality; code++) {
    const count = counts[code] ?? 0;
    if (count > 0) addToll(sums, 0, tolls, code, count);
  }
  return tollTotals(sums, 0);
}

/** Adds a distinct toll `times` times to the sums that begin at `at`. */
export function addToll(sums: Float64Array, at: number, tolls: Int32Array, code: number, times: number): void {
  let from = code * TOLL_WIDTH;
  for (let to = at; to < at + TOLL_SUM_WIDTH; to += 4, from += 3) {
    const low = tolls[from] ?? UNKNOWN_TOLL;
    if (low === UNKNOWN_TOLL) {
      sums[to + 3] = (sums[to + 3] ?? 0) + times;
    } else {
      sums[to] = (sums[to] ?? 0) + times * low;
      sums[to + 1] = (sums[to + 1] ?? 0) + times * (tolls[from + 1] ?? 0);
      sums[to + 2] = (sums[to + 2] ?? 0) + times * (tolls[from + 2] ?? 0);
    }
  }
}

/** The sums that begin at `at`, by casualty kind. */
export function tollTotals(sums: Float64Array, at: number): CasualtyTotals {
  const toll = (kind: CasualtyKind): Toll => {
    const from = at + 4 * CASUALTY_KINDS.indexOf(kind);
    return { low: sums[from] ?? 0, best: sums[from + 1] ?? 0, high: sums[from + 2] ?? 0, unknown: sums[from + 3] ?? 0 };
  };
  return {
    killed: toll('killed'),
    wounded: toll('wounded'),
    abducted: toll('abducted'),
    attackersKilled: toll('attackersKilled'),
    chineseKilled: toll('chineseKilled'),
    chineseWounded: toll('chineseWounded'),
  };
}
