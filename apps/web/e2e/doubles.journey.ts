import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { changeIncident, fileIncident, sourceOf } from './support/write-records.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const TURBAT = { name: 'Turbat', province: 'Balochistan', district: 'Kech', latitude: 26.0031, longitude: 63.0544 };
const place = { ...TURBAT, precision: 'place' };
const list = (page: Page) => page.getByRole('list', { name: 'Pairs that may be of one event' });
const pairOf = (page: Page, title: string) => list(page).locator(':scope > li').filter({ hasText: title });
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

it('proposes pairs that may be of one event; they are kept apart for good, or merged, by keyboard', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  const [SHOTS, SHOT] = ['Shots at a survey team near Turbat', 'Surveyors shot in Kech'];
  const [MINE, LORRY] = ['Mine under a lorry at Turbat', 'Lorry hits a mine in Turbat'];
  for (const [title, day] of [
    [SHOTS, '2026-03-10'],
    [SHOT, '2026-03-11'],
    [MINE, '2026-04-20'],
    [LORRY, '2026-04-20'],
  ] as const) {
    const filed = await fileIncident(page, server.url, title, day, { sources: [sourceOf('one')] });
    await changeIncident(page, server.url, filed, { place });
  }
  await page.goto(`${server.url}/queue`);
  const lists = page.getByRole('radiogroup', { name: 'What to review' });
  await lists.getByRole('radio', { name: 'Possible doubles' }).press('Space');
  await pairOf(page, SHOTS).getByText('cites the same source').waitFor();
  await pairOf(page, MINE).getByText(LORRY).waitFor();
  expect(new URL(page.url()).searchParams.get('queueList')).toBe('doubles');
  expect(await findViolations(page)).toEqual([]);

  // J and K go from pair to pair; a record opens beside the list.
  await page.keyboard.press('j');
  const focused = page.locator('[data-row]:focus');
  const first = (await focused.textContent()) ?? '';
  await page.keyboard.press('j');
  expect(await focused.textContent()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused.textContent()).toBe(first);
  await pairOf(page, SHOTS).locator('[data-row]').filter({ hasText: SHOT }).press('Enter');
  const record = page.getByRole('region', { name: 'The record' });
  await record.getByRole('heading', { name: SHOT }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await record.getByRole('button', { name: 'Close the record' }).press('Enter');

  // What is found to be two events goes, can be taken back at once, and is not proposed again.
  const apart = () => pairOf(page, MINE).getByRole('button', { name: /^They are two events/ });
  await apart().press('Enter');
  await page.getByText('Two events, not proposed again').waitFor();
  await expect.poll(() => pairOf(page, MINE).count()).toBe(0);
  await expect.poll(() => focused.count(), { timeout: PATIENCE_MS }).toBe(1);
  await page.getByRole('button', { name: /^Propose again/ }).press('Enter');
  await apart().press('Enter');
  await expect.poll(() => pairOf(page, MINE).count()).toBe(0);
  await page.reload();
  await pairOf(page, SHOTS).waitFor();
  expect(await pairOf(page, MINE).count()).toBe(0);

  // The same screen as on a record merges the two; the pair is gone then.
  await pairOf(page, SHOTS)
    .getByRole('button', { name: /^Compare and merge/ })
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge two records of one event' });
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('One event, two papers');
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge them' }).press('Enter');
  await page.getByText(/^Merged into/).waitFor();
  expect(await pairOf(page, SHOTS).count()).toBe(0);

  // It stands on a phone too, light and dark.
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await list(page).locator(':scope > li').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
  }
});
