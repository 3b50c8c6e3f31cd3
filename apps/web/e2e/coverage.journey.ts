import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { send } from './support/write-records.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

/** A file of UCDP with one event, years after the last record of the portfolio. */
const EVENT = {
  ...{ id: '1', relid: '', code_status: 'Clear', type_of_violence: '1', conflict_name: '', dyad_name: 'Army - Group' },
  ...{ side_a: 'Government of Pakistan', side_b: 'BLA', source_article: '', source_original: '' },
  ...{ where_prec: '1', where_coordinates: 'Turbat', where_description: '', adm_1: 'Balochistan', adm_2: '' },
  ...{ latitude: '26.0', longitude: '63.05', country: 'Pakistan', event_clarity: '1', date_prec: '1' },
  ...{ date_start: '2029-03-12', date_end: '2029-03-12', deaths_a: '1', deaths_b: '3', deaths_civilians: '0' },
  ...{ deaths_unknown: '0', best: '4', high: '5', low: '4', gwnob: '' },
};
const importSchema = z.object({ id: z.number(), state: z.string() });

async function importEvent(page: Page): Promise<void> {
  const file = [Object.keys(EVENT), Object.values(EVENT)].map((cells) => cells.join(',')).join('\n');
  const sent = await page.context().request.post(`${server.url}/v1/imports?name=ucdp.csv`, {
    headers: { Origin: server.url, 'Content-Type': 'application/octet-stream' },
    data: Buffer.from(file),
  });
  const { id } = importSchema.parse(await sent.json());
  const address = `${server.url}/v1/imports/${id}`;
  const state = async () => importSchema.parse(await send(page, 'GET', address)).state;
  await expect.poll(state, { timeout: PATIENCE_MS }).toBe('reported');
  await send(page, 'POST', `${address}/commit`, { duplicates: 'bring' });
  await expect.poll(state, { timeout: PATIENCE_MS }).toBe('committed');
}

async function standsEverywhere(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [390, 'light'],
    [1440, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: width < 1000 ? 844 : 900 });
    await page.emulateMedia({ colorScheme });
    await figuresStand(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
}

it('marks in every chart over time what no source covers, and no month within a source', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('table', { name: 'Incidents by period' }).waitFor({ state: 'attached' });
  expect(await page.getByTestId('uncovered').count()).toBe(0);
  await importEvent(page);

  // The timeline: hatched between the two, in words on it, beside it and in its table.
  await page.getByTestId('uncovered').first().waitFor();
  expect(await page.getByTestId('uncovered').count()).toBe(1);
  await page.getByTestId('uncovered').getByText('No source covers this period').waitFor();
  const readout = page.getByTestId('timeline-readout');
  await readout.getByText(/Hatched: no source covers \w+ \d{4} – Feb 2029\./).waitFor();
  const bars = timeline.getByRole('row');
  const marked = /^(\w+ \d{4}) \(no source covers it\)/;
  await bars.filter({ hasText: 'Feb 2029 (no source covers it)' }).waitFor({ state: 'attached' });
  expect(await bars.filter({ hasText: /^Mar 2029/ }).textContent()).not.toMatch(marked);
  await page.getByTestId('uncovered').hover();
  await readout.getByText('No source covers this period').waitFor();
  expect(await readout.textContent()).not.toContain('0 incidents');
  await standsEverywhere(page);

  // The months of Trends say the same, as a drawing, in the legend, in words and as a table; so do the days.
  await page.getByRole('link', { name: 'Trends' }).first().click();
  await figuresStand(page);
  // Most of the period that is shown, and all of the one before, lie where no source reaches: nothing is compared.
  const figures = page.getByTestId('figures');
  await figures
    .getByText(/^No source covers .+ of this period\. No source covers the period before, .+: there is/)
    .waitFor();
  await figures.getByText('period before not covered').nth(4).waitFor();
  await figures.getByText('this period partly covered').nth(4).waitFor();
  const actors = page.getByRole('region', { name: 'Incidents by actor' });
  await actors.getByText(/No source covers the period before/).waitFor();
  await actors.getByRole('button', { name: /table: /i }).click();
  await actors.getByRole('columnheader', { name: 'now (this period partly covered)' }).waitFor();
  expect(await actors.getByRole('columnheader', { name: /^before|^change/ }).count()).toBe(0);
  expect(await page.getByTestId('truth-bar').textContent()).toContain('the period before is not covered by any source');
  const months = page.getByRole('region', { name: 'Incidents per month, by type' });
  await months.getByText(/Hatched: no source covers \w+ \d{4} – Feb 2029\./).waitFor();
  await months.getByText('No source covers this period', { exact: true }).waitFor();
  const days = page.getByRole('region', { name: 'Incidents per day' });
  await days.getByRole('img', { name: /Hatched: no source covers/ }).waitFor();
  expect(await days.locator('svg[role=img] rect[class*=uncovered] title').first().textContent()).toMatch(
    /\(no source covers it\)$/,
  );
  await standsEverywhere(page);
  await months.getByRole('button', { name: /table: /i }).click();
  await months.getByRole('rowheader', { name: 'Feb 2029 (no source covers it)' }).waitFor();
  await months.getByRole('rowheader', { name: 'Mar 2029', exact: true }).waitFor();

  // A period before that is covered in part is compared, and says so.
  await page.goto(`${server.url}/trends?from=2024-01-01&to=2027-12-31`);
  await figuresStand(page);
  await figures.getByText(/^No source covers .+ of this period\.$/).waitFor();
  await page.goto(`${server.url}/trends?from=2027-01-01&to=2030-12-31`);
  await figuresStand(page);
  await figures.getByText(/No source covers .+ of the period before\.$/).waitFor();
  await figures
    .getByText(/^before [\d,]+, partly covered$/)
    .nth(4)
    .waitFor();
  await standsEverywhere(page);
  await page.getByRole('link', { name: 'Regions' }).first().click();
  await page
    .getByText(/No source covers .+ of the period before\./)
    .first()
    .waitFor();
});
