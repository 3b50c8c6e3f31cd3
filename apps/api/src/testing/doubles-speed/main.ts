import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadPortfolio } from '@corridor/cpec-data';
import { type Incident, OWN_ORIGIN, type Portfolio } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { IncidentTable } from '@corridor/incident-table';
import { createSeededIncidents } from '@corridor/incident-table/testing';
import { openStore, type Store } from '@corridor/store';
import { MemoryEngine } from '../../engine/memory-engine.ts';
import { createSqlEngine } from '../../engine/sql-source.ts';
import type { DuplicatesDeps } from '../../services/find-duplicates.ts';
import { listDoubles } from '../../services/list-doubles.ts';
import { createSnapshot } from '../../snapshot.ts';

const DEFAULT_ROWS = ['100000', '1000000'];
/** Newest records that the store has: those that the answers reach. Its reads are look-ups by id, however many there are. */
const STORED = 30_000;
/** Half of the records are ours, the others of two curated origins. */
const ORIGINS = [OWN_ORIGIN, 'ucdp-ged', OWN_ORIGIN, 'gtd'];
const [WARM_UP, REPETITIONS, STEPS, LIMIT] = [1, 5, 10, 50];

/** What one question cost: milliseconds until its answer, and the longest that nothing else had its turn meanwhile. */
interface Asked {
  readonly ms: number;
  readonly blockedMs: number;
  readonly found: number;
  readonly next: string | null;
}

async function ask(deps: DuplicatesDeps, to: string | null): Promise<Asked> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await new Promise((resolve) => setTimeout(resolve, 5));
  delays.reset();
  const start = performance.now();
  const { found, next } = await listDoubles(deps, { limit: LIMIT, to: to ?? undefined });
  const ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 5));
  delays.disable();
  return { ms, blockedMs: delays.max / 1e6, found, next };
}

/** The newest pairs again and again, then as somebody goes on from answer to answer. */
async function askAll(deps: DuplicatesDeps): Promise<{ readonly newest: Asked[]; readonly further: Asked[] }> {
  const newest: Asked[] = [];
  for (let turn = 0; turn < WARM_UP + REPETITIONS; turn++) newest.push(await ask(deps, null));
  const further: Asked[] = [];
  let to = newest[0]?.next ?? null;
  for (let step = 0; step < STEPS && to !== null; step++) {
    const asked = await ask(deps, to);
    further.push(asked);
    to = asked.next;
  }
  return { newest: newest.slice(WARM_UP), further };
}

async function measure(count: number, portfolio: Portfolio): Promise<string> {
  const { basemap, info, routes, sites } = portfolio;
  const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
  const geography = { boundaries, districts: info.districts, sites, routes };
  const incidents = createSeededIncidents({ count, seed: 1, geography }).map((incident, index) => ({
    ...incident,
    origin: ORIGINS[index % ORIGINS.length] ?? OWN_ORIGIN,
  }));
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-doubles-'));
  const store = await openStore({ dataDir });
  try {
    await fill(store, portfolio, incidents);
    const table = IncidentTable.fromIncidents(incidents, await store.revision());
    incidents.length = 0;
    const sqlEngine = createSqlEngine(store, { boundaries, districts: info.districts });
    const engine = new MemoryEngine({ table, geography, store, sqlEngine });
    const snapshot = createSnapshot(info, { engine, sites, routes, targetsRevision: table.revision });
    const { further, newest } = await askAll({ store, boundaries, snapshot });
    return row(count, 'newest', newest) + row(count, 'further back', further);
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function fill(store: Store, portfolio: Portfolio, incidents: readonly Incident[]): Promise<void> {
  const newest = incidents.toSorted((a, b) => b.occurred.start.localeCompare(a.occurred.start)).slice(0, STORED);
  await store.loadPortfolio({ ...portfolio, incidents: newest });
}

function row(count: number, what: string, asked: readonly Asked[]): string {
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  const blocked = Math.max(...asked.map(({ blockedMs }) => blockedMs));
  const found = asked.reduce((sum, one) => sum + one.found, 0) / asked.length;
  const [median, longest] = [times[Math.floor(times.length / 2)], times.at(-1)];
  const ms = (value: number | undefined) => `${Math.round(value ?? 0)} ms`;
  return `| ${count} | ${what} | ${ms(median)} | ${ms(longest)} | ${ms(blocked)} | ${Math.round(found)} |\n`;
}

const portfolio = await loadPortfolio();
const asked = process.argv.slice(2);
process.stdout.write(
  '| records | pairs asked for | answer, median | longest | longest block | pairs found |\n|--:|---|--:|--:|--:|--:|\n',
);
for (const text of asked.length > 0 ? asked : DEFAULT_ROWS) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 5_000_000) {
    throw new RangeError(`Takes whole numbers from 1 to 5000000, not "${text}"`);
  }
  process.stdout.write(await measure(count, portfolio));
}
