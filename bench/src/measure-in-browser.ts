import type { GeographyContext, IncidentTable } from '@corridor/incident-table';
import { launchBrowser, type TestBrowser } from '@corridor/web/e2e/support/launch-browser.ts';
import { startServer } from '@corridor/web/e2e/support/start-server.ts';
import { type BrowserCost, brush, measureBrowserCost } from './browser-cost.ts';
import { readPageMemory } from './browser-memory.ts';
import { type FirstLoadCost, measureFirstLoad, measureNextLoad } from './first-load.ts';
import { formatCount, formatMegabytes, formatMs } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { type MainThreadTasks, traceMainThread } from './main-thread-tasks.ts';
import { type Seeded, startSeededServer } from './seeded-server.ts';

export interface InBrowser {
  readonly title: string;
  readonly firstLoad: FirstLoadCost;
  readonly nextLoad: FirstLoadCost;
  /** Bytes of the page's processes after the first load; null where the system does not tell. */
  readonly memory: number | null;
  /** None for the incidents as shipped: months without any would leave the count as it is. */
  readonly changes: readonly BrowserCost[];
  /** While the timeline was brushed; null for the incidents as shipped. */
  readonly brushing: MainThreadTasks | null;
}

export interface BrowserRun {
  readonly version: string;
  /** By size; what did not work says why, and stops nothing else. */
  readonly results: readonly (InBrowser | { readonly title: string; readonly failure: string })[];
}

/** Above it, a page is loaded once: it takes long enough for its noise not to matter. */
const LOADED_ONCE_FROM = 500_000;
const LOADS = 3;

/** The real dashboard in a real browser, first with the incidents that the product ships with, then with each table. */
export async function measureInBrowser(
  tables: readonly IncidentTable[],
  geography: GeographyContext,
): Promise<BrowserRun> {
  const api = await startServer();
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await api.stop();
    throw error;
  });
  try {
    const version = await readVersion(browser);
    const results: BrowserRun['results'][number][] = [];
    for (const table of [null, ...tables]) {
      const title = table ? formatCount(table.rowCount) : 'as shipped';
      const failed = (error: unknown) => ({ title, failure: error instanceof Error ? error.message : String(error) });
      results.push(await measureSize(browser, api.url, table && { table, geography }, title).catch(failed));
    }
    return { version, results };
  } finally {
    await browser.close();
    await api.stop();
  }
}

async function measureSize(
  browser: TestBrowser,
  api: string,
  seeded: Seeded | null,
  title: string,
): Promise<InBrowser> {
  const server = await startSeededServer(api, seeded);
  try {
    const loads = (seeded?.table.rowCount ?? 0) < LOADED_ONCE_FROM ? LOADS : 1;
    const visits = { title, incidents: server.counted, repetitions: loads };
    const { cost, watched } = await measureFirstLoad(browser, server, visits);
    const { page, close } = watched;
    try {
      const memory = await readPageMemory(page);
      const nextLoad = await measureNextLoad(page, server, visits);
      const changes = seeded ? await measureBrowserCost(page) : [];
      // Last: a trace is no part of what a change costs its reader.
      const brushing = seeded ? await traceMainThread(page, () => brush(page)) : null;
      return {
        title,
        firstLoad: cost,
        nextLoad,
        memory,
        brushing,
        changes,
      };
    } finally {
      await close();
    }
  } finally {
    server.stop();
  }
}

async function readVersion(browser: TestBrowser): Promise<string> {
  const { page, close } = await browser.open();
  const version = page.context().browser()?.version() ?? 'of unknown version';
  await close();
  return `Chromium ${version}`;
}

export function formatPages(pages: readonly InBrowser[]): string {
  return formatTable(
    ['Incidents', 'memory of the page', 'while brushing: tasks', 'longer than 50 ms', 'busiest', 'longest'],
    pages.map(({ title, memory, brushing }) => [
      title,
      memory === null ? 'not told here' : formatMegabytes(memory),
      brushing ? formatCount(brushing.count) : '',
      brushing ? formatCount(brushing.long) : '',
      brushing ? formatMs(brushing.busiest) : '',
      brushing?.longest.map(formatMs).join(', ') ?? '',
    ]),
  );
}
