import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { askSummary } from './support/ask-api.ts';
import { brushYear } from './support/brush.ts';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { clickPlaces, dragMap, zoomIn } from './support/map-view.ts';
import { addressOf, exportedFilter } from './support/page-filter.ts';
import { readTruth, readTruthLine } from './support/truth-bar.ts';

const AROUND_GWADAR = [
  [61.7, 24.95],
  [63.2, 24.95],
  [63.2, 25.9],
  [61.7, 25.9],
] as const;
const BOMBING = 'Suicide car bomb hits Port Qasim power plant convoy at Karachi airport';

const dashboard = driveDashboard();

it('takes an analyst from a year and an area to a record, its sources, and a link that opens the same view', async () => {
  const page = await dashboard.open('/map');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await brushYear(page, 2024);
  await expect.poll(() => periodOf(page), { timeout: PATIENCE_MS }).toEqual(['2024-01-01', '2024-12-31']);
  const year = await truthAgrees(page);

  await dragMap(page, 260, -180);
  await zoomIn(page);
  await zoomIn(page);
  await page.getByRole('button', { name: 'Draw a polygon' }).click();
  const [start] = AROUND_GWADAR;
  await clickPlaces(page, [...AROUND_GWADAR, start]);
  await expect.poll(() => addressOf(page).get('area'), { timeout: PATIENCE_MS }).toMatch(/^polygon:61\.[67]/);
  const inside = await truthAgrees(page);
  expect(inside).toBeGreaterThan(0);
  expect(inside).toBeLessThan(year);

  await page.getByRole('button', { name: 'Remove the drawn area' }).click();
  await expect.poll(() => addressOf(page).get('area'), { timeout: PATIENCE_MS }).toBeNull();
  expect(await truthAgrees(page)).toBe(year);

  await openFromList(page);
  await checkRecord(page);

  await recordOf(page).getByRole('button', { name: 'Copy a link to this view' }).click();
  await recordOf(page).getByRole('button', { name: 'Link copied' }).waitFor();
  const link = String(await page.evaluate('navigator.clipboard.readText()'));
  const other = await page.context().newPage();
  await other.goto(link);
  await figuresStand(other);
  await checkRecord(other);
  await expect.poll(() => readTruthLine(other), { timeout: PATIENCE_MS }).toBe(await readTruthLine(page));
  expect(other.url()).toBe(page.url());
});

const recordOf = (page: Page) => page.getByRole('region', { name: 'The record' });
const periodOf = (page: Page) => ['from', 'to'].map((part) => addressOf(page).get(part));

/** Waits until the truth bar says what the API says of the page's filter; returns how many match. */
async function truthAgrees(page: Page): Promise<number> {
  const { matched, located, unlocated } = await askSummary(await exportedFilter(page));
  await expect.poll(() => readTruth(page), { timeout: PATIENCE_MS }).toEqual({ matched, located, unlocated });
  return matched;
}

async function openFromList(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Incidents and record' });
  await panel.getByRole('button', { name: /^of \d+$/ }).click();
  const list = panel.getByRole('listbox', { name: 'Incidents' });
  const row = list.getByRole('option').filter({ hasText: BOMBING });
  await list.hover();
  await expect
    .poll(
      async () => {
        if ((await row.count()) > 0) return true;
        await page.mouse.wheel(0, 300);
        return false;
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(true);
  await row.click();
}

/** Two Chinese nationals killed, both sources, and grade B1. */
async function checkRecord(page: Page): Promise<void> {
  const record = recordOf(page);
  await record.getByRole('heading', { name: BOMBING }).waitFor();
  const killed = record.getByRole('row', { name: /^Killed/ }).getByRole('cell');
  expect((await killed.allTextContents()).slice(-2)).toEqual(['2', '1']);
  await record.getByRole('img', { name: /grade B1/ }).waitFor();
  const sources = await record.getByRole('listitem').getByRole('link').all();
  const addresses = await Promise.all(sources.map((source) => source.getAttribute('href')));
  expect(addresses.filter((address) => /ajc\.com|dawn\.com/.test(address ?? ''))).toHaveLength(2);
}
