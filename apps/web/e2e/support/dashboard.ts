import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser, type TestBrowser, type WatchedPage } from './launch-browser.ts';

/** What a page of the dashboard may take on a slow machine. */
export const PATIENCE_MS = 60_000;

interface OpenOptions extends BrowserContextOptions {
  /** The server of the journey itself, where it changes what others rely on. */
  readonly serverUrl?: string;
  /** Waits until the page stands: until its figures do, unless the page has none. */
  readonly untilReady?: (page: Page) => Promise<void>;
  /** Console errors that the journey provokes. */
  readonly expectedErrors?: RegExp;
}

export interface Dashboard {
  /** Opens a path of the dashboard in a browser profile of its own and waits until it stands. */
  open(path: string, options?: OpenOptions): Promise<Page>;
}

/**
 * The dashboard in a browser, for the tests of one file. After each test its pages are closed, and none of them may have
 * written an error to the console or asked for anything that is not on this machine.
 */
export function driveDashboard(): Dashboard {
  let browser: TestBrowser;
  let opened: { readonly watched: WatchedPage; readonly expectedErrors: RegExp | undefined }[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(inject('chromium'));
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    const pages = opened;
    opened = [];
    if (task.result?.state === 'fail') await Promise.all(pages.map(({ watched }) => keepPicture(watched, task.name)));
    await Promise.all(pages.map(({ watched }) => watched.close()));
    for (const { watched, expectedErrors } of pages) {
      expect(watched.errors.filter((error) => !expectedErrors?.test(error))).toEqual([]);
      expect(watched.outsideRequests).toEqual([]);
    }
  });
  return {
    open: async (path, { expectedErrors, serverUrl, untilReady = figuresStand, ...options } = {}) => {
      const watched = await browser.open({ reducedMotion: 'reduce', ...options });
      opened.push({ watched, expectedErrors });
      watched.page.setDefaultTimeout(PATIENCE_MS);
      await watched.page.goto((serverUrl ?? inject('serverUrl')) + path);
      await untilReady(watched.page);
      return watched.page;
    },
  };
}

/** Waits until the truth bar counts and nothing is drawn as a placeholder any more. */
export async function figuresStand(page: Page): Promise<void> {
  await page.locator('[data-testid=truth-bar] [data-part=matched]').waitFor({ timeout: PATIENCE_MS });
  await expect
    .poll(() => page.locator('.mantine-Skeleton-root, [aria-busy=true]').count(), { timeout: PATIENCE_MS })
    .toBe(0);
}

/** Where CI wants pictures of failures, they are kept for the one who looks into it. */
async function keepPicture({ page }: WatchedPage, name: string): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES;
  if (!folder) return;
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-').slice(0, 80)}.png`) }).catch(() => {});
}
