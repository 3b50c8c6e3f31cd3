import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';

const RECORD = 'incident=2024-10-06-karachi-airport';
const PATHS = [
  '/map',
  `/map?${RECORD}`,
  '/regions',
  '/regions?openRegion=Kech',
  '/sites',
  '/sites?openSite=gwadar-port',
  '/trends',
  '/incidents',
  `/incidents?${RECORD}`,
];
const SCREENS = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 1024, height: 768, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'light' },
] as const;

const dashboard = driveDashboard();

describe.each(SCREENS)('at $width×$height, $colorScheme', ({ width, height, colorScheme }) => {
  it.each(PATHS)('%s is accessible and fits its width', async (path) => {
    const page = await dashboard.open(path, { viewport: { width, height }, colorScheme });
    await page.waitForLoadState('networkidle');
    await untilStill(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

/** A text that fades in has no contrast yet. */
async function untilStill(page: Page): Promise<void> {
  const running = 'document.getAnimations().filter(({ playState }) => playState === "running").length';
  await expect.poll(() => page.evaluate(running), { timeout: PATIENCE_MS }).toBe(0);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
);

/** What axe has to say against the page, one line for each element. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const found = violations.parse(await page.evaluate(`axe.run(document, ${options}).then((r) => r.violations)`));
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  );
}
