import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { FIRST_ADMIN, openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { openAsSecondPerson, SECOND_PERSON } from './support/second-person.ts';
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

it('changes nothing where another person was quicker, and shows what that person did', async () => {
  const page = await openSignedIn(dashboard, server, '/map', /status of (401|412)/);
  const other = await openAsSecondPerson(dashboard, server, page);
  const filed = await fileIncident(page, server.url, 'A culvert is mined near Hub', '2026-03-11');
  await page.goto(`${server.url}/incidents?incident=${filed.id}`);
  await figuresStand(page);
  await record(page).getByRole('button', { name: 'Change status' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the status' });
  await dialog.getByRole('radio', { name: 'Disputed' }).press('Space');
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('The police deny it');

  // The other person's change gets to the server while this one is on its way: no dialog could have known.
  const statuses: number[] = [];
  await page.route('**/status', async (route) => {
    await changeIncident(other, server.url, filed, { title: 'A bridge is mined near Hub' });
    const response = await route.fetch();
    statuses.push(response.status());
    await route.fulfill({ response });
  });
  await page.keyboard.press('Control+s');
  const notice = dialog.getByRole('alert');
  await notice.getByText('Nothing is changed').waitFor();
  await notice.getByText(`Version 2: ${SECOND_PERSON.name}`).waitFor();
  await notice.getByText('Another report').waitFor();
  expect(statuses).toEqual([412]);
  await record(page).getByText('Reported', { exact: true }).waitFor();
  expect(await findViolations(page)).toEqual([]);

  // What was written is still there, and is sent for the version that stands now.
  await page.unroute('**/status');
  await notice.getByRole('button', { name: 'Go on with what stands now' }).press('Enter');
  expect(await dialog.getByRole('textbox', { name: /^Why/ }).inputValue()).toBe('The police deny it');
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'detached' });
  await record(page).getByText('Disputed', { exact: true }).waitFor();
  await record(page).getByText('3 versions').waitFor();
});
