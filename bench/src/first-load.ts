import type { TestBrowser, WatchedPage } from '@corridor/web/e2e/support/launch-browser.ts';
import type { Page } from 'playwright-core';
import { formatMegabytes, formatMs } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { summarise, type Timing } from './measure.ts';
import type { SeededServer, SentBytes } from './seeded-server.ts';
import { type FirstLoad, loadMapPage, openMapPage } from './watched-page.ts';

/** Size and time of a visit. */
export interface FirstLoadCost {
  readonly title: string;
  readonly paint: Timing;
  readonly count: Timing;
  readonly whole: Timing;
  readonly screen: Timing;
  readonly sent: SentBytes;
}

export interface Visits {
  readonly title: string;
  /** How many count in all; null for those that the product ships with. */
  readonly incidents: number | null;
  readonly repetitions: number;
}

/** Loads the map page some times over, each in a fresh browser profile; the last stays open for what comes next. */
export async function measureFirstLoad(
  browser: TestBrowser,
  server: SeededServer,
  { title, incidents, repetitions }: Visits,
): Promise<{ readonly cost: FirstLoadCost; readonly watched: WatchedPage }> {
  const loads: FirstLoad[] = [];
  for (let turn = 1; ; turn++) {
    server.takeBytes();
    const { watched, load } = await openMapPage(browser, server.url, incidents);
    loads.push(load);
    if (turn >= repetitions) return { cost: { title, ...summariseLoads(loads), sent: server.takeBytes() }, watched };
    await watched.close();
  }
}

/** Long enough for the page to keep what it loaded, which it does when it is idle. */
const IDLE_MS = 4000;

/** Loads the page again in the same browser profile. */
export async function measureNextLoad(
  page: Page,
  server: SeededServer,
  { title, repetitions }: Visits,
): Promise<FirstLoadCost> {
  const loads: FirstLoad[] = [];
  for (let turn = 0; turn < repetitions; turn++) {
    await page.waitForTimeout(IDLE_MS);
    server.takeBytes();
    loads.push(await loadMapPage(page, server.url));
  }
  return { title: `${title}, again`, ...summariseLoads(loads), sent: server.takeBytes() };
}

function summariseLoads(loads: readonly FirstLoad[]): Pick<FirstLoadCost, 'paint' | 'count' | 'whole' | 'screen'> {
  return {
    paint: summarise(loads.map(({ paint }) => paint)),
    count: summarise(loads.map(({ count }) => count)),
    whole: summarise(loads.map(({ whole }) => whole)),
    screen: summarise(loads.map(({ screen }) => screen)),
  };
}

export function formatFirstLoads(costs: readonly FirstLoadCost[]): string {
  return formatTable(
    [
      'Incidents',
      'loads',
      'first paint',
      'count shown',
      '(min',
      'max)',
      'table here',
      'whole screen',
      'incidents',
      'all else',
      'sent',
    ],
    costs.map(({ title, paint, count, whole, screen, sent }) => [
      title,
      String(count.repetitions),
      formatMs(paint.median),
      formatMs(count.median),
      formatMs(count.min),
      formatMs(count.max),
      formatMs(whole.median),
      formatMs(screen.median),
      formatMegabytes(sent.incidents),
      formatMegabytes(sent.all - sent.incidents),
      formatMegabytes(sent.all),
    ]),
  );
}
