import { IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import { formatMs, formatRatio } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { measure, type Timing } from './measure.ts';
import { createWorkloads } from './rival-workloads.ts';
import { BINS } from './rivals/map-cells.ts';
import type { RivalColumns } from './rivals/rival-columns.ts';
import { toRivalFilter } from './rivals/rival-filter.ts';
import { createClusters } from './rivals/supercluster.ts';

export interface MapCost {
  readonly name: string;
  readonly ours: Timing;
  readonly supercluster: Timing;
}

const RUNS = { warmUp: 2, repetitions: 7 };

/**
 * The map alone: our bins against clusters built anew for each filter. A cluster is not a cell, so what is checked is that
 * both hold the same incidents.
 */
export function measureMap(
  table: IncidentTable,
  columns: RivalColumns,
  { bounds, ...geography }: BenchGeography,
): readonly MapCost[] {
  const engine = new IncidentEngine(table, geography);
  const clusters = createClusters(columns);
  const workloads = createWorkloads(columns).filter(({ steps }) => steps(0).length === 1);
  return workloads.map(({ name, steps }) => {
    const filterAt = (turn: number) => toRivalFilter(columns, steps(turn)[0] ?? {});
    const { totals } = engine.answer({ filter: filterAt(0).filter });
    const { incidents } = clusters.answer(filterAt(0));
    if (incidents !== totals.located - totals.areas) throw new Error(`${name}: ${incidents} incidents are in clusters`);
    return {
      name,
      ours: measure(
        RUNS,
        (turn) => engine.answer({ filter: filterAt(turn).filter, bins: { bbox: bounds, ...BINS } }),
        ({ bins }) => checkSome(bins?.cells.length ?? 0),
      ),
      supercluster: measure(
        RUNS,
        (turn) => clusters.answer(filterAt(turn)),
        (found) => checkSome(found.clusters),
      ),
    };
  });
}

function checkSome(count: number): void {
  if (count === 0) throw new Error('The map was empty: this would measure nothing');
}

export function formatMap(title: string, costs: readonly MapCost[]): string {
  return formatTable(
    [title, 'ours, median', 'min', 'supercluster, median', 'min', 'times ours'],
    costs.map(({ name, ours, supercluster }) => [
      name,
      formatMs(ours.median),
      formatMs(ours.min),
      formatMs(supercluster.median),
      formatMs(supercluster.min),
      formatRatio(supercluster.median / ours.median),
    ]),
  );
}
