import { loadPortfolio } from '@corridor/cpec-data';
import type { BBox, Incident } from '@corridor/domain';
import { isoOf } from '@corridor/domain';
import { openStore } from '@corridor/store';
import { startThrowawayPostgres } from '@corridor/store/testing';
import { startServer, type TestServer } from '@corridor/web/e2e/support/start-server.ts';
import { type ProcessMemory, readProcessMemory } from './process-memory.ts';
import { type Load, runLoad } from './run-load.ts';

export interface HttpCost {
  readonly incidents: number;
  /** Filling the store, through the store. */
  readonly fillMs: number;
  readonly servers: readonly ServerCost[];
}

/** A server on that store, by what answers in it. */
export interface ServerCost {
  readonly engine: (typeof ENGINES)[number];
  /** From the start of the process until it says that it is ready. */
  readonly readyMs: number;
  readonly loads: readonly { readonly name: string; readonly load: Load }[];
  readonly overload: Load;
  /** The same request again, one at a time, right after the overload. */
  readonly after: Load;
  /** Null where the system does not tell. */
  readonly memory: Readonly<Record<'ready' | 'afterLoads' | 'afterOverload', ProcessMemory | null>>;
}

const ENGINES = ['memory', 'sql'] as const;
const CONNECTIONS = 8;
const SECONDS = 5;
const WARM_UP_SECONDS = 1;
/** Far more than any server of this kind admits at once. */
const OVERLOAD_CONNECTIONS = 600;

/** Servers of their own on PostgreSQL, filled with these incidents through the store, each under load from this process. */
export async function measureHttp(incidents: readonly Incident[], bounds: BBox): Promise<HttpCost> {
  const database = await startThrowawayPostgres();
  try {
    const fillMs = await fillStore(database.url, incidents);
    const servers: ServerCost[] = [];
    for (const engine of ENGINES) servers.push(await startAndMeasure(engine, database.url, bounds));
    return { incidents: incidents.length, fillMs, servers };
  } finally {
    await database.stop();
  }
}

async function startAndMeasure(engine: ServerCost['engine'], databaseUrl: string, bounds: BBox): Promise<ServerCost> {
  const startedAt = performance.now();
  const env = { DATABASE_URL: databaseUrl, QUERY_ENGINE: engine, LOG_LEVEL: 'silent' };
  const server = await startServer({ env });
  const readyMs = performance.now() - startedAt;
  try {
    return { engine, readyMs, ...(await measureServer(server, bounds)) };
  } finally {
    await server.stop();
  }
}

async function fillStore(databaseUrl: string, incidents: readonly Incident[]): Promise<number> {
  const { info, sites, routes } = await loadPortfolio();
  const store = await openStore({ dataDir: '', databaseUrl });
  try {
    const start = performance.now();
    await store.loadPortfolio({ info, sites, routes, incidents });
    return performance.now() - start;
  } finally {
    await store.close();
  }
}

async function measureServer(server: TestServer, bounds: BBox) {
  const memoryNow = () => readProcessMemory(server.pid);
  const ready = memoryNow();
  const loads: ServerCost['loads'][number][] = [];
  for (const { name, pathAt } of requestsOver(bounds)) {
    await runLoad(server.url, { connections: CONNECTIONS, seconds: WARM_UP_SECONDS, pathAt });
    const load = await runLoad(server.url, { connections: CONNECTIONS, seconds: SECONDS, pathAt });
    loads.push({ name, load });
  }
  const afterLoads = memoryNow();
  const pathAt = summaryAt;
  const overload = await runLoad(server.url, { connections: OVERLOAD_CONNECTIONS, seconds: SECONDS, pathAt });
  const after = await runLoad(server.url, { connections: 1, seconds: WARM_UP_SECONDS, pathAt });
  return { loads, overload, after, memory: { ready, afterLoads, afterOverload: memoryNow() } };
}

const FIRST_DAY = 17_000;
const DAYS = 2000;

/** A period that changes with every request, so that no answer can be kept for the next. */
function periodAt(turn: number): string {
  return `from=${isoOf(FIRST_DAY + (turn % 500))}&to=${isoOf(FIRST_DAY + DAYS + ((turn * 7) % 1000))}`;
}

function summaryAt(turn: number): string {
  return `/v1/summary?unit=month&stackBy=type&group=type&group=province&group=actor&group=severity&group=status&${periodAt(turn)}`;
}

function requestsOver(bounds: BBox): readonly { readonly name: string; readonly pathAt: (turn: number) => string }[] {
  return [
    { name: 'summary: timeline and five facets', pathAt: summaryAt },
    { name: 'page of 100 incidents', pathAt: (turn) => `/v1/incidents?limit=100&${periodAt(turn)}` },
    { name: 'bins of the whole map', pathAt: (turn) => `/v1/bins?bbox=${bounds}&zoom=5&${periodAt(turn)}` },
    { name: 'the table as Arrow', pathAt: () => '/v1/table.arrow' },
  ];
}
