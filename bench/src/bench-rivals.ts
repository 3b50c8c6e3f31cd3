import type { IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import { measureContestant, type Outcome } from './compare-rivals.ts';
import { createWorkloads } from './rival-workloads.ts';
import { arquero } from './rivals/arquero.ts';
import { crossfilter2 } from './rivals/crossfilter2.ts';
import { duckdb } from './rivals/duckdb.ts';
import { ourEngine } from './rivals/our-engine.ts';
import { postgres } from './rivals/postgres.ts';
import type { RivalColumns } from './rivals/rival-columns.ts';
import { sqlite } from './rivals/sqlite.ts';
import { typedArrayPass } from './rivals/typed-array-pass.ts';

const RIVALS = [typedArrayPass, crossfilter2, arquero, duckdb, sqlite, postgres] as const;

/** Ours first and alone, then each rival in turns with it: one rival at a time, so that none is in another's way. */
export async function measureRivals(
  table: IncidentTable,
  columns: RivalColumns,
  geography: BenchGeography,
  onStart: (name: string) => void,
): Promise<readonly Outcome[]> {
  const workloads = createWorkloads(columns);
  const create = () => ourEngine(table, geography, columns);
  const outcomes = [await measureContestant('our engine', create, columns, workloads)];
  const ours = create();
  for (const { name, load } of RIVALS) {
    onStart(name);
    outcomes.push(await measureContestant(name, () => load(columns), columns, workloads, ours));
  }
  return outcomes;
}
