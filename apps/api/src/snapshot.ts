import type { PortfolioInfo, Route, Site } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import { type KnownValues, knownValues } from './params/known-values.ts';

/** Everything at one revision. A request takes one snapshot and answers from nothing else. */
export interface Snapshot {
  readonly revision: number;
  readonly table: IncidentTable;
  readonly engine: IncidentEngine;
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
  readonly known: KnownValues;
}

export interface SnapshotSource {
  readonly table: IncidentTable;
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
  readonly info: PortfolioInfo;
  readonly boundaries: Boundaries;
}

export function createSnapshot({ table, sites, routes, info, boundaries }: SnapshotSource): Snapshot {
  const engine = new IncidentEngine(table, { boundaries, districts: info.districts, sites, routes });
  return {
    revision: table.revision,
    table,
    engine,
    sites,
    routes,
    known: knownValues(engine, info, sites, routes),
  };
}
