import { expect, it } from 'vitest';
import { driveDashboard } from './support/dashboard.ts';
import { findLowControls } from './support/find-low-controls.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const dashboard = driveDashboard();

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
