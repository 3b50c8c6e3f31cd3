import type { TestBrowser, WatchedPage } from '@corridor/web/e2e/support/launch-browser.ts';
import { formatMegabytes, formatMs } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { summarise, type Timing } from './measure.ts';
import type { SeededServer, SentBytes } from './seeded-server.ts';
import { type FirstLoad, openMapPage } from './watched-page.ts';

/** Size and time of the first visit, with nothing in the browser's cache. */
export interface FirstLoadCost {
  readonly title: string;
  readonly paint: Timing;
  readonly count: Timing;
  readonly screen: Timing;
  readonly sent: SentBytes;
}

/** Loads the map page some times over, each in a fresh browser profile; the last stays open for what comes next. */
export async function measureFirstLoad(
  browser: TestBrowser,
  server: SeededServer,
  title: string,
  repetitions: number,
): Promise<{ readonly cost: FirstLoadCost; readonly watched: WatchedPage }> {
  const loads: FirstLoad[] = [];
  for (let turn = 1; ; turn++) {
    server.takeBytes();
    const { watched, load } = await openMapPage(browser, server.url);
    loads.push(load);
    if (turn >= repetitions) return { cost: { title, ...summariseLoads(loads), sent: server.takeBytes() }, watched };
    await watched.close();
  }
}

function summariseLoads(loads: readonly FirstLoad[]): Pick<FirstLoadCost, 'paint' | 'count' | 'screen'> {
  return {
    paint: summarise(loads.map(({ paint }) => paint)),
    count: summarise(loads.map(({ count }) => count)),
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
      'whole screen',
      'incidents',
      'all else',
      'sent',
    ],
    costs.map(({ title, paint, count, screen, sent }) => [
      title,
      String(count.repetitions),
      formatMs(paint.median),
      formatMs(count.median),
      formatMs(count.min),
      formatMs(count.max),
      formatMs(screen.median),
      formatMegabytes(sent.incidents),
      formatMegabytes(sent.all - sent.incidents),
      formatMegabytes(sent.all),
    ]),
  );
}
