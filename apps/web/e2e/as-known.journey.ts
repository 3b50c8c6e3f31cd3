import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { addressOf, exportedFilter } from './support/page-filter.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { readTruth, type Truth } from './support/truth-bar.ts';
import { changeIncident, fileIncident, send } from './support/write-records.ts';

const SOON = { timeout: PATIENCE_MS };
const [FIRST, LATER, SECOND] = ['Shots at a lorry near Hub', 'Rockets at a lorry near Hub', 'A bridge is mined'];

/** What is filed stands at the head of the list. */
const TODAY = new Date().toISOString().slice(0, 10);

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const banner = (page: Page) => page.getByRole('region', { name: 'The moment that is shown' });
const record = (page: Page) => page.getByRole('region', { name: 'The record' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Incidents' });
const listed = (page: Page, title: string) => list(page).getByRole('option').filter({ hasText: title });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });

/** What offers to write a record. */
const writing = (page: Page) =>
  page
    .getByRole('link', { name: /New incident|Edit the record/ })
    .or(page.getByRole('button', { name: 'Change status' }));

const counted = z.object({ matched: z.number(), located: z.number(), unlocated: z.number() });
async function askSummary(page: Page, query: string): Promise<Truth> {
  const { matched, located, unlocated } = counted.parse(await send(page, 'GET', `${server.url}/v1/summary?${query}`));
  return { matched, located, unlocated };
}

/** Waits until the truth bar says what the API says of `asOf`, and what the page exports is of then too. */
async function isAllOf(page: Page, asOf: string | null): Promise<Truth> {
  await expect.poll(() => addressOf(page).get('asOf'), SOON).toBe(asOf);
  const exported = await exportedFilter(page);
  expect(new URLSearchParams(exported).get('asOf')).toBe(asOf);
  const truth = await askSummary(page, asOf === null ? '' : `asOf=${asOf}`);
  expect(await askSummary(page, exported)).toEqual(truth);
  await expect.poll(() => readTruth(page), SOON).toEqual(truth);
  return truth;
}

it('shows everything as it was known at a revision and on a day, writes nothing then, and leads back to now', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  const filed = await fileIncident(page, server.url, FIRST, TODAY);
  const changed = await changeIncident(page, server.url, filed, { title: LATER });
  await fileIncident(page, server.url, SECOND, TODAY);
  await page.goto(`${server.url}/map?list=all&incident=${changed.id}`);
  await figuresStand(page);
  const now = await isAllOf(page, null);
  await listed(page, LATER).waitFor();
  await listed(page, SECOND).waitFor();
  await expect.poll(() => writing(page).count(), SOON).toBe(3);
  expect(await banner(page).count()).toBe(0);

  // The record leads to what was known when it was filed: nothing that came later is shown or counted.
  await record(page).getByText('2 versions').click();
  await record(page).getByRole('button', { name: 'Show the dashboard as of this version' }).last().press('Enter');
  await banner(page).getByText('As known on').waitFor();
  const revision = addressOf(page).get('asOf');
  expect(revision).toMatch(/^r\d+$/);
  const then = await isAllOf(page, revision);
  expect(then.matched).toBe(now.matched - 1);
  await banner(page)
    .getByText(new RegExp(`${then.matched} of ${now.matched} records`))
    .waitFor();
  await record(page).getByRole('heading', { name: FIRST }).waitFor();
  await listed(page, FIRST).waitFor();
  expect(await listed(page, LATER).or(listed(page, SECOND)).count()).toBe(0);
  expect(await writing(page).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await record(page).getByRole('button', { name: 'Close the record' }).click();

  // A year ago there was nothing, and each part of the page says so.
  await page.getByRole('button', { name: 'As known on' }).press('Enter');
  await page.getByRole('button', { name: 'A year ago' }).press('Enter');
  await banner(page).getByText('Nothing was recorded yet').waitFor();
  await figuresStand(page);
  const before = addressOf(page).get('asOf');
  expect(Date.parse(before ?? '')).toBeLessThan(Date.now());
  expect(await isAllOf(page, before)).toEqual({ matched: 0, located: 0, unlocated: 0 });
  await timeline(page).getByText('No incidents to show over time').waitFor();
  await expect.poll(() => list(page).count(), SOON).toBe(0);
  expect(await writing(page).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);

  // From there to the first records, and back to now.
  await banner(page).getByRole('button', { name: 'Show the first records' }).press('Enter');
  await banner(page).getByText('As known on').waitFor();
  expect((await isAllOf(page, 'r1')).matched).toBe(now.matched - 2);
  await timeline(page).getByRole('slider', { name: 'Last day of the period' }).waitFor();
  await banner(page).getByRole('button', { name: 'Back to now' }).press('Enter');
  await banner(page).waitFor({ state: 'detached' });
  expect(await isAllOf(page, null)).toEqual(now);
  await listed(page, LATER).waitFor();
  await listed(page, SECOND).waitFor();
  await writing(page).first().waitFor();
});
