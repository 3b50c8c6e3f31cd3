import { EVENT_TYPES } from '@corridor/domain';
import { IncidentTable } from '@corridor/incident-table';
import { createSeededIncidents } from '@corridor/incident-table/testing';
import type { BenchGeography } from './bench-geography.ts';
import { measure, once, type Timing } from './measure.ts';
import { retainedBytes } from './retained-bytes.ts';
import { scanRecords } from './scan-records.ts';

export const SEED = 2;
/** Above that of any database that a bench starts, so that no announced revision makes a page load its table again. */
const REVISION = 1_000_000;

export interface SeededTable {
  readonly table: IncidentTable;
  readonly seedMs: number;
  readonly buildMs: number;
  /** What the table keeps in memory. */
  readonly tableBytes: number;
  /** The rival, over the records that the table was built from. */
  readonly scan: Timing;
}

/** A table of made-up incidents. The records it is built from are measured and let go. */
export function createSeededTable(count: number, geography: BenchGeography): SeededTable {
  const { result, bytes } = retainedBytes(() => build(count, geography));
  return { ...result, tableBytes: bytes };
}

function build(count: number, geography: BenchGeography): Omit<SeededTable, 'tableBytes'> {
  const { result: incidents, ms: seedMs } = once(() => createSeededIncidents({ count, seed: SEED, geography }));
  const { result: table, ms: buildMs } = once(() => IncidentTable.fromIncidents(incidents, REVISION));
  const scan = measure(
    { warmUp: 2, repetitions: 7 },
    (turn) => scanRecords(incidents, turn % 2 === 0 ? [EVENT_TYPES[0]] : []),
    ({ matched }) => {
      if (matched === 0) throw new Error('The scan matched nothing');
    },
  );
  return { table, seedMs, buildMs, scan };
}
