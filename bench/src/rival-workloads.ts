import { dayOf, EVENT_TYPES, type Filter, isoOf } from '@corridor/domain';
import type { RivalColumns } from './rivals/rival-columns.ts';

/** What a reader does, as a sequence of filters that each contestant answers one after the other. */
export interface Workload {
  readonly name: string;
  /** Answered before the clock starts; the filter of the turn before where absent. */
  readonly before?: (turn: number) => Filter;
  readonly steps: (turn: number) => readonly Filter[];
}

/** A month's drag of the hand, a day at a time. */
const DRAG_STEPS = 30;
/** As many as leave more than a year of the period; then they begin again. */
const DRAGS = 40;
const YEARS = 5;
/** Days that a brush takes off, one by one, before it begins again: fewer than there are. */
const BRUSHES = 1500;

/**
 * Values are those with the most incidents, so that every turn changes much.
 *
 * What is timed of a step ends where a page could be drawn. Our engine and crossfilter2 both follow the rows that enter or
 * leave, and both hand out what later steps do not change: totals, the timeline, facets as lists with names, most first,
 * and counts by cell and type. Our engine makes new lists and cells where something changed and hands out the old ones
 * elsewhere; crossfilter2 changes its groups in place, so that all of them are copied and listed. Beyond that ours alone
 * gives values that occur nowhere, mean positions and boxes of cells, single incidents, areas of districts and all tolls.
 * The pass over typed arrays computes and lists everything anew. Of arquero and the databases the counts alone are timed:
 * that they list nothing is to their advantage.
 */
export function createWorkloads(columns: RivalColumns): readonly Workload[] {
  const type = EVENT_TYPES.find((one) => one === most(columns, 'type')) ?? EVENT_TYPES[0];
  const province = most(columns, 'province');
  const actor = mostOf(columns.lists.actor.codes, columns.values.actor);
  const last = (columns.day.at(-1) ?? 0) - 100;
  const from = isoOf(Math.max(columns.day[0] ?? 0, Math.round(last - 365.25 * YEARS)));
  const to = (days: number): Filter => ({ from, to: isoOf(last - days) });
  const toggle = (filter: Filter) => (turn: number) => [turn % 2 === 0 ? filter : {}];
  const near = (turn: number): Filter => ({ site: [columns.site], radiusKm: 20 + 5 * (turn % 12) });
  return [
    { name: 'type on/off', steps: toggle({ type: [type] }) },
    { name: 'province on/off', steps: toggle({ province: [province] }) },
    { name: 'actor on/off', steps: toggle({ actor: [actor] }) },
    { name: 'brush, a day', steps: (turn) => [to((turn % BRUSHES) + 1)] },
    {
      name: `drag, ${DRAG_STEPS} days`,
      before: (turn) => to(DRAG_STEPS * (turn % DRAGS)),
      steps: (turn) => Array.from({ length: DRAG_STEPS }, (_, step) => to(DRAG_STEPS * (turn % DRAGS) + step + 1)),
    },
    { name: 'radius', steps: (turn) => [near(turn)] },
    {
      name: 'clear all',
      before: () => ({ type: [type], province: [province], from, to: isoOf(dayOf(from) + 365) }),
      steps: () => [{}],
    },
  ];
}

function most({ codes, values }: RivalColumns, facet: 'type' | 'province'): string {
  return mostOf(codes[facet], values[facet]);
}

/** The most frequent that is known. */
function mostOf(codes: Uint16Array, values: readonly (string | null)[]): string {
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const [first] = values
    .flatMap((value, code) => (value === null ? [] : [{ value, count: counts[code] ?? 0 }]))
    .sort((a, b) => b.count - a.count);
  if (!first) throw new RangeError('No incident has a value to filter by');
  return first.value;
}
