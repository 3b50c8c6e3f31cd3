import type { Answer, Filter, Query } from '@corridor/domain';
import { IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import { eventTypeChange, otherChanges } from './filter-changes.ts';
import { TIMING_COLUMNS, timingCells } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { mapPageParts, mapPageQuery } from './map-page-query.ts';
import { measure, once, type Timing } from './measure.ts';

export interface Cost {
  readonly name: string;
  readonly timing: Timing;
}

export interface EngineCost {
  /** For each kind of filter change: a new filter, and everything that the map page shows for it. */
  readonly changes: readonly Cost[];
  /** For each part of the page alone: an event type on and off, the totals, and that part. */
  readonly parts: readonly Cost[];
  /** The first search of a session, which builds the index of words. */
  readonly firstSearchMs: number;
}

const RUNS = { warmUp: 4, repetitions: 15 };

/** What a filter change costs in the engine alone, on one thread, without worker, network or screen. */
export function measureEngineCost(table: IncidentTable, geography: BenchGeography): EngineCost {
  const engine = new IncidentEngine(table, geography);
  const run = (filterAt: (turn: number) => Filter, toQuery: (filter: Filter) => Query): Timing =>
    measure(RUNS, (turn) => engine.answer(toQuery(filterAt(turn))), checkAnswer);
  const changes = [eventTypeChange, ...otherChanges(engine, geography)];
  const firstSearchMs = once(() => engine.answer({ filter: { q: 'police' } })).ms;
  return {
    changes: changes.map(({ name, filterAt }) => ({
      name,
      timing: run(filterAt, (filter) => mapPageQuery(filter, geography.bounds)),
    })),
    parts: Object.keys(mapPageParts({}, geography.bounds)).map((name) => ({
      name,
      timing: run(eventTypeChange.filterAt, (filter) => mapPageParts(filter, geography.bounds)[name] ?? { filter }),
    })),
    firstSearchMs,
  };
}

/** An answer to nothing would be quick: every change must match something, and every part asked for must be filled. */
function checkAnswer({ totals, timeline, groups, bins, page }: Answer): void {
  const empty =
    totals.matched === 0 ||
    timeline?.starts.length === 0 ||
    bins?.cells.length === 0 ||
    page?.items.length === 0 ||
    (groups !== undefined && Object.values(groups).every((counts) => counts.length === 0));
  if (empty) throw new Error('The engine answered nothing: this would measure nothing');
}

export function formatCosts(title: string, costs: readonly Cost[]): string {
  return formatTable(
    [title, ...TIMING_COLUMNS],
    costs.map(({ name, timing }) => [name, ...timingCells(timing)]),
  );
}
