import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ORIGIN_POLICY: 'corridor-watch=counts' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

it('says before and after a download how many incidents leave only as counts, and shows their records to no stranger', async () => {
  const page = await dashboard.open('/incidents?province=Sindh', {
    serverUrl: server.url,
    expectedErrors: /status of 403/,
  });
  await page.getByRole('button', { name: 'Export' }).click();
  const menu = page.getByRole('menu');
  const note = menu.getByText(/more leave only as counts, by the terms of their origins/);
  await note.waitFor();
  const count = (await note.textContent())?.split(' ')[0] ?? '';
  expect(Number(count)).toBeGreaterThan(10);
  await menu.getByText('0 incidents as').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await menu.getByRole('menuitem', { name: /^CSV/ }).click();
  await saving;
  await menu.getByText(`The file leaves out ${count} incidents, and says so.`).waitFor();
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Export' }).click();
    await note.waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }

  await page.goto(`${server.url}/incidents?incident=2013-03-03-karachi-abbas-town`);
  await page.getByText(/whose terms let it be counted and not passed on: sign in to read it/).waitFor();
});
