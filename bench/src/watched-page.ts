import { fileURLToPath } from 'node:url';
import type { TestBrowser, WatchedPage } from '@corridor/web/e2e/support/launch-browser.ts';
import type { Page } from 'playwright-core';

/** Milliseconds from the reader's input. */
export interface ScreenChange {
  /** Until the document holds the new count. */
  readonly held: number;
  /** Until the new count in the truth bar is painted. */
  readonly count: number;
  /** Until the last part of the screen has changed and the page has no question open with its worker. */
  readonly screen: number;
}

export interface FirstLoad extends ScreenChange {
  /** Until anything at all is painted. */
  readonly paint: number;
  /** Until the page counts all incidents by itself; that of the first count where their number is not known. */
  readonly whole: number;
}

const SCREEN_WATCH = fileURLToPath(new URL('./browser/screen-watch.js', import.meta.url));

/** Opens the map page with an empty cache and waits until all of it stands, and all incidents (where their number is known). */
export async function openMapPage(
  browser: TestBrowser,
  url: string,
  incidents: number | null,
): Promise<{ readonly watched: WatchedPage; readonly load: FirstLoad }> {
  const watched = await browser.open({ keepsCache: true });
  await watched.page.addInitScript({ content: `window.benchIncidents = ${incidents}` });
  await watched.page.addInitScript({ path: SCREEN_WATCH });
  return { watched, load: await loadMapPage(watched.page, url) };
}

/** Loads the map page, anew where it stands already: then with whatever it keeps in the browser. */
export async function loadMapPage(page: Page, url: string): Promise<FirstLoad> {
  await page.goto(`${url}/map`, { waitUntil: 'commit' });
  const load: unknown = await page.evaluate('screenWatch.firstLoad()');
  return { ...readChange(load), paint: readFigure(load, 'paint'), whole: readFigure(load, 'whole') };
}

/** How long the screen takes to follow an input. */
export async function timeChange(page: Page, act: () => Promise<void>): Promise<ScreenChange> {
  await page.evaluate('screenWatch.arm()');
  await act();
  return readChange(await page.evaluate('screenWatch.change()'));
}

function readChange(value: unknown): ScreenChange {
  return {
    held: readFigure(value, 'held'),
    count: readFigure(value, 'count'),
    screen: readFigure(value, 'screen'),
  };
}

function readFigure(value: unknown, name: keyof FirstLoad): number {
  const figures: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const figure = figures[name];
  if (typeof figure !== 'number') throw new TypeError(`The page did not measure ${name}`);
  return figure;
}
