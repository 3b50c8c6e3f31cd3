import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

it('leads from an origin to its records, shows where each came from, and filters by it', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.goto(`${server.url}/sources`);
  const records = page.getByRole('link', { name: /^\d+ records of corridor-watch$/ });
  const count = (await records.textContent()) ?? '';
  await records.press('Enter');
  await page.waitForURL(/\/incidents\?origin=corridor-watch/);
  await figuresStand(page);
  const matched = page.locator('[data-testid=truth-bar] [data-part=matched]');
  await matched.getByText(count, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Change filter: corridor-watch' }).waitFor();

  // Its column is there for who wants it.
  await page.goto(`${server.url}/incidents?origin=corridor-watch&columns=origin`);
  await page.getByRole('columnheader', { name: 'Origin' }).waitFor();
  await page.getByRole('gridcell', { name: 'corridor-watch' }).first().waitFor();

  // The editor names the origins there are, and what the filter asks for.
  await page.goto(`${server.url}/incidents?origin=nobody`);
  await figuresStand(page);
  await matched.getByText('0', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Change filter: nobody' }).press('Enter');
  const editor = page.getByRole('group', { name: 'Origin of the record' });
  expect(await editor.getByRole('checkbox', { name: 'nobody' }).isChecked()).toBe(true);
  await editor.getByRole('checkbox', { name: 'corridor-watch' }).press('Space');
  await matched.getByText(count, { exact: true }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
  }
  await editor.getByRole('checkbox', { name: 'nobody' }).press('Space');
  await page.waitForURL(/\/incidents\?origin=corridor-watch$/);
});
