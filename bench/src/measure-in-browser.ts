import type { IncidentTable } from '@corridor/incident-table';
import { launchBrowser, type TestBrowser } from '@corridor/web/e2e/support/launch-browser.ts';
import { startServer } from '@corridor/web/e2e/support/start-server.ts';
import { type BrowserCost, measureBrowserCost } from './browser-cost.ts';
import { type FirstLoadCost, measureFirstLoad } from './first-load.ts';
import { formatCount } from './format-figures.ts';
import { startSeededServer } from './seeded-server.ts';

export interface InBrowser {
  readonly firstLoad: FirstLoadCost;
  /** None for the incidents as shipped: months without any would leave the count as it is. */
  readonly changes: readonly BrowserCost[];
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
export async function measureInBrowser(tables: readonly IncidentTable[]): Promise<BrowserRun> {
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
      results.push(await measureSize(browser, api.url, table, title).catch(failed));
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
  table: IncidentTable | null,
  title: string,
): Promise<InBrowser> {
  const server = await startSeededServer(api, table);
  try {
    const loads = (table?.rowCount ?? 0) < LOADED_ONCE_FROM ? LOADS : 1;
    const { cost, watched } = await measureFirstLoad(browser, server, title, loads);
    try {
      return { firstLoad: cost, changes: table ? await measureBrowserCost(watched.page) : [] };
    } finally {
      await watched.close();
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
