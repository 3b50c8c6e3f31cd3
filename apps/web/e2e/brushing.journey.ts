import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { askSummary } from './support/ask-api.ts';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { addressOf, exportedFilter } from './support/page-filter.ts';
import { readTruth } from './support/truth-bar.ts';
import { watchTasks } from './support/watch-tasks.ts';

/** A task may take this many times the yardstick of 50 ms: machines that test are shared. */
const NOISE = 3;
const STEPS = 90;

const dashboard = driveDashboard();

it('follows a brush over the timeline without a long task, and shows its answers in order up to the last', async () => {
  const page = await dashboard.open('/map');
  const { x, y, width } = await boxOfPlot(page);
  await noteCounts(page);
  const { longest, yardstick } = await watchTasks(page, async () => {
    await page.mouse.move(x + width * 0.1, y);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step++) await page.mouse.move(x + width * (0.1 + (0.8 * step) / STEPS), y);
    await page.mouse.up();
    await expect.poll(() => hasReachedDrawnWindow(page), { timeout: PATIENCE_MS }).toBe(true);
    await expect.poll(() => readTruth(page), { timeout: PATIENCE_MS }).toEqual(await truthOf(page));
  });
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(NOISE * yardstick);

  const counts = await notedCounts(page);
  expect(counts.length).toBeGreaterThan(2);
  const [, ...brushed] = counts;
  expect(brushed).toEqual(brushed.toSorted((a, b) => a - b));
  expect(brushed.at(-1)).toBe((await truthOf(page)).matched);
});

/** Whether the address is where the window is drawn, which follows the pointer ahead of it. */
async function hasReachedDrawnWindow(page: Page): Promise<boolean> {
  const lastDay = page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('slider', { name: 'Last day of the period' });
  const drawn = new Date(`${await lastDay.getAttribute('aria-valuetext')} UTC`).toISOString().slice(0, 10);
  return addressOf(page).get('to') === drawn;
}

/** What the API counts for the window that the brush has reached. */
async function truthOf(page: Page) {
  const { matched, located, unlocated } = await askSummary(await exportedFilter(page));
  return { matched, located, unlocated };
}

/** Where the bars are, between the two handles of the whole timeline. */
async function boxOfPlot(page: Page) {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const lines = ['First day of the period', 'Last day of the period'].map((name) =>
    timeline.getByRole('slider', { name }).locator('line').first().boundingBox(),
  );
  const [from, to] = await Promise.all(lines);
  if (!from || !to) throw new Error('the timeline has no handles');
  return { x: from.x, y: from.y + from.height / 4, width: to.x - from.x };
}

const NOTES = 'window.notedCounts';
const COUNT = '[data-testid=truth-bar] [data-part=matched] b';

/** Keeps every count that the truth bar shows, in order: while the window only grows, none is below the one before. */
async function noteCounts(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const read = () => Number(document.querySelector('${COUNT}').textContent.replaceAll(',', ''));
    ${NOTES} = [read()];
    new MutationObserver(() => {
      if (read() !== ${NOTES}.at(-1)) ${NOTES}.push(read());
    }).observe(document.querySelector('[data-testid=truth-bar]'), { subtree: true, childList: true, characterData: true });
  })()`);
}

async function notedCounts(page: Page): Promise<readonly number[]> {
  const noted: unknown = await page.evaluate(NOTES);
  if (!Array.isArray(noted)) throw new TypeError('the page noted no counts');
  return noted.map(Number);
}
