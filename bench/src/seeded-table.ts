import { EVENT_TYPES, type Incident } from '@corridor/domain';
import { IncidentEngine, IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import type { IncidentSource } from './incident-source.ts';
import { measure, once, type Timing } from './measure.ts';
import { retainedBytes } from './retained-bytes.ts';
import { columnBytes, createRivalColumns, type RivalColumns } from './rivals/rival-columns.ts';
import { scanRecords } from './scan-records.ts';

/** That of a store that was filled once, such as the one behind a bench's server: its announcements then change nothing. */
const REVISION = 1;

export interface SeededTable {
  readonly table: IncidentTable;
  /** The same rows for the rivals. */
  readonly columns: RivalColumns;
  readonly seedMs: number;
  readonly buildMs: number;
  /** What the table keeps in memory. */
  readonly tableBytes: number;
  /** A loop over the records that the table was built from. */
  readonly scan: Timing;
}

/** A table of incidents. The records it is built from are measured and let go. */
export function createSeededTable(source: IncidentSource, count: number, geography: BenchGeography): SeededTable {
  const { result, bytes } = retainedBytes(() => build(source, count, geography));
  return { ...result, tableBytes: bytes - columnBytes(result.columns) };
}

function build(source: IncidentSource, count: number, geography: BenchGeography): Omit<SeededTable, 'tableBytes'> {
  const { result: incidents, ms: seedMs } = once(() => source.create(count));
  const { result: table, ms: buildMs } = once(() => IncidentTable.fromIncidents(incidents, REVISION));
  const columns = createRivalColumns(incidents, geography, busiestSite(incidents, geography));
  const scan = measure(
    { warmUp: 2, repetitions: 7 },
    (turn) => scanRecords(incidents, turn % 2 === 0 ? [EVENT_TYPES[0]] : []),
    ({ matched }) => {
      if (matched === 0) throw new Error('The scan matched nothing');
    },
  );
  return { table, columns, seedMs, buildMs, scan };
}

/** The site with the most of the first incidents near it, so that a change of its radius changes something. */
function busiestSite(incidents: readonly Incident[], geography: BenchGeography): string {
  const some = IncidentTable.fromIncidents(incidents.slice(0, 5000), 1);
  const { groups } = new IncidentEngine(some, geography).answer({ filter: { radiusKm: 20 }, groups: ['site'] });
  const [first] = (groups?.site ?? []).toSorted((a, b) => b.count + b.possible - (a.count + a.possible));
  if (!first?.key) throw new RangeError('The geography has no site to measure with');
  return first.key;
}
