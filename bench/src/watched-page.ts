import { fileURLToPath } from 'node:url';
import type { TestBrowser, WatchedPage } from '@corridor/web/e2e/support/launch-browser.ts';
import type { Page } from 'playwright-core';

/** Milliseconds from the reader's input until the change is painted. */
export interface ScreenChange {
  /** Until the count in the truth bar has changed. */
  readonly count: number;
  /** Until the last part of the screen has changed and the page has no question open with its worker. */
  readonly screen: number;
}

export interface FirstLoad extends ScreenChange {
  /** Until anything at all is painted. */
  readonly paint: number;
}

const SCREEN_WATCH = fileURLToPath(new URL('./browser/screen-watch.js', import.meta.url));

/** Opens the map page with an empty cache and waits until all of it stands. */
export async function openMapPage(
  browser: TestBrowser,
  url: string,
): Promise<{ readonly watched: WatchedPage; readonly load: FirstLoad }> {
  const watched = await browser.open();
  await watched.page.addInitScript({ path: SCREEN_WATCH });
  await watched.page.goto(`${url}/map`, { waitUntil: 'commit' });
  const load: unknown = await watched.page.evaluate('screenWatch.firstLoad()');
  return { watched, load: { ...readChange(load), paint: readFigure(load, 'paint') } };
}

/** How long the screen takes to follow an input. */
export async function timeChange(page: Page, act: () => Promise<void>): Promise<ScreenChange> {
  await page.evaluate('screenWatch.arm()');
  await act();
  return readChange(await page.evaluate('screenWatch.change()'));
}

function readChange(value: unknown): ScreenChange {
  return { count: readFigure(value, 'count'), screen: readFigure(value, 'screen') };
}

function readFigure(value: unknown, name: keyof FirstLoad): number {
  const figures: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const figure = figures[name];
  if (typeof figure !== 'number') throw new TypeError(`The page did not measure ${name}`);
  return figure;
}
