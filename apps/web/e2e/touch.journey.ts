import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard } from './support/dashboard.ts';
import { findLowControls } from './support/find-low-controls.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const dashboard = driveDashboard();
const heightOf = async (part: Locator) => (await part.boundingBox())?.height;

it('has bars of a phone in which everything is as high as a finger, and which are no higher for that', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.setViewportSize(PHONE.viewport);
  const [top, bar] = [page.getByRole('banner'), page.getByRole('region', { name: 'Filter', exact: true })];
  for (const path of ['/map', '/incidents?province=Balochistan&from=2024-01-01&q=convoy', '/trends']) {
    await page.goto(server.url + path);
    await bar.getByRole('button', { name: 'Add filter' }).waitFor();
    expect(await findLowControls(top)).toEqual([]);
    expect(await heightOf(top.getByRole('link', { name: 'New incident' }))).toBe(40);
    expect(await findLowControls(bar)).toEqual([]);
    expect([await heightOf(top), await heightOf(bar)]).toEqual([44, 40]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await findViolations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await heightOf(bar.getByRole('button', { name: 'Add filter' }))).toBe(24);
  expect(await heightOf(top.getByRole('button', { name: /^Keys of this page/ }))).toBe(28);
});

it('has fields that are as high as a finger in every form of a phone', async () => {
  const page = await dashboard.open('/incidents', PHONE);
  expect(await findLowControls(page.getByRole('combobox', { name: 'Order of the list' }).locator('..'))).toEqual([]);
  await page.getByRole('button', { name: 'As known on' }).click();
  const asKnown = page.getByRole('dialog', { name: 'As known on' });
  await asKnown.getByLabel('Date and time').waitFor();
  expect(await findLowControls(asKnown)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const part of ['Actor', 'Period', 'Text', 'Area']) {
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: part }).click();
    const editor = page.getByRole('dialog', { name: part });
    await editor.getByRole('textbox').or(editor.getByLabel('From')).first().waitFor();
    expect(await findLowControls(editor)).toEqual([]);
    await editor.getByRole('button', { name: 'Close' }).click();
    await editor.waitFor({ state: 'detached' });
  }
});

it('has the tools over the ranking of sites on two lines of a phone', async () => {
  const page = await dashboard.open('/sites', PHONE);
  const find = page.getByRole('textbox', { name: 'Find a site or route' });
  expect(await findLowControls(find.locator('../../..'))).toEqual([]);
  expect((await find.boundingBox())?.width).toBeGreaterThan(300);
});
