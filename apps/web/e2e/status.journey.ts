import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { FIRST_ADMIN, openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { changeIncident, fileIncident, sourceOf } from './support/write-records.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const record = (page: Page) => page.getByRole('region', { name: 'The record' });

it('says what is missing for a status, shows who was quicker, and changes it when the rules let it', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  const filed = await fileIncident(page, server.url, 'Shots at a survey team near Turbat', '2026-03-10');
  await page.goto(`${server.url}/incidents?incident=${filed.id}`);
  await figuresStand(page);

  // With one source it cannot be corroborated, and the dialog says why; Escape closes the dialog alone.
  const open = record(page).getByRole('button', { name: 'Change status' });
  await open.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the status' });
  const submit = dialog.getByRole('button', { name: /^Change/ });
  await dialog.getByRole('radio', { name: 'Corroborated' }).press('Space');
  await dialog.getByText(/Not yet: it needs two sources of independent origin/).waitFor();
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('Two papers have it');
  expect(await submit.isEnabled()).toBe(false);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await record(page)
    .getByRole('heading', { name: /survey team/ })
    .waitFor();

  // A source is added while the dialog is open: it says who did it, and what it is now.
  await open.press('Enter');
  await dialog.getByRole('radio', { name: 'Corroborated' }).press('Space');
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('Two papers have it');
  await changeIncident(page, server.url, filed, { sources: [sourceOf('first'), sourceOf('second')] });
  const notice = dialog.getByRole('alert');
  await notice.getByText(`Version 2: ${FIRST_ADMIN.name}`).waitFor();
  await notice.getByText('graded B2, with 2 sources').waitFor();
  expect(await submit.isEnabled()).toBe(false);
  expect(await findViolations(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Go on with what stands now' }).press('Enter');
  await submit.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await record(page).getByText('Corroborated', { exact: true }).waitFor();

  // What each version changed is told part by part.
  await record(page).getByText('3 versions').click();
  await record(page).locator('ins', { hasText: 'Corroborated' }).waitFor();
  await record(page).locator('ins', { hasText: 'Report of second' }).waitFor();
  expect(await record(page).locator('del').allTextContents()).toEqual(['No longer: Reported']);
  expect(await findViolations(page)).toEqual([]);

  // Who reported it does not confirm it; retracted, it is counted no more.
  await open.press('Enter');
  await dialog.getByText('Not yet: you reported it: somebody else has to confirm it.').waitFor();
  await dialog.getByRole('radio', { name: 'Retracted' }).press('Space');
  expect(await submit.isEnabled()).toBe(false);
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('A test of the alarm');
  await submit.press('Enter');
  await record(page).getByText('This record has been retracted').waitFor();
  await page.locator('[data-testid=truth-bar]').getByText('retracted, not counted').waitFor();
});
