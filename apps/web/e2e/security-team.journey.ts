import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { askIncidents } from './support/ask-api.ts';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { addressOf, exportedFilter } from './support/page-filter.ts';
import { readCsv } from './support/read-csv.ts';
import { readTruth } from './support/truth-bar.ts';

const dashboard = driveDashboard();

it('takes a security team from its district to the incidents of the last year and their CSV', async () => {
  const page = await dashboard.open('/regions');
  await page.getByRole('table').getByRole('button', { name: 'Kech', exact: true }).click();
  const region = page.getByRole('region', { name: 'Selected region' });
  await region.getByRole('heading', { name: /^Kech/ }).waitFor();
  await region.getByRole('link', { name: 'in the table' }).click();
  await page.waitForURL('**/incidents?**');
  await figuresStand(page);

  const address = addressOf(page);
  expect(address.getAll('district')).toEqual(['Kech']);
  expect(Date.parse(address.get('to') ?? '') - Date.parse(address.get('from') ?? '')).toBe(364 * 24 * 3600 * 1000);

  const { items, matched } = await askIncidents(`${await exportedFilter(page)}&limit=500`);
  expect(matched).toBeGreaterThan(0);
  const grid = page.getByRole('grid', { name: 'Incident table' });
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(matched + 1));
  expect(await grid.locator('[data-column=title][role=gridcell]').allTextContents()).toEqual(
    items.map(({ title }) => expect.stringContaining(title)),
  );
  expect((await readTruth(page)).matched).toBe(matched);

  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  const rows = readCsv(await readFile(await (await download).path(), 'utf8'));
  expect(rows.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
});
