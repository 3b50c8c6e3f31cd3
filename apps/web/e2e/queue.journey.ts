import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { FIRST_ADMIN, openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { addressOf } from './support/page-filter.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { changeIncident, fileIncident, send, sourceOf } from './support/write-records.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const record = (page: Page) => page.getByRole('region', { name: 'The record' });
const rows = (page: Page) => page.getByRole('list', { name: 'Incidents that wait for review' }).getByRole('listitem');
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

/** The title of the row that the keyboard is on. */
async function focusedTitle(page: Page): Promise<string> {
  return (await page.locator('[data-row]:focus').textContent()) ?? '';
}

it('lets an analyst go through the queue by keyboard, take an incident and comment on it', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.getByRole('button', { name: /: account of / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Review queue' }).press('Enter');
  await rows(page).first().waitFor();

  // J and K move, and so do arrows; A gives the row to who presses it.
  await page.keyboard.press('j');
  const first = await focusedTitle(page);
  await page.keyboard.press('ArrowDown');
  const second = await focusedTitle(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focusedTitle(page)).toBe(first);
  await page.keyboard.press('a');
  await page.getByText(`You work on it now: ${first}`).waitFor();
  await rows(page).first().getByText('Works on it: you').waitFor();
  expect(await findViolations(page)).toEqual([]);

  // Enter opens the record beside the queue, where who works on it is told; a comment is sent by Ctrl-Enter.
  await page.keyboard.press('Enter');
  await record(page).getByRole('heading', { name: first }).waitFor();
  const discussion = record(page).getByRole('region', { name: 'Discussion' });
  const assignee = discussion.getByRole('combobox', { name: 'Works on it' });
  await expect.poll(() => assignee.inputValue(), { timeout: PATIENCE_MS }).toBe(FIRST_ADMIN.name);
  const comment = discussion.getByRole('textbox', { name: 'Comment' });
  await comment.fill('I ask the hospital.\n<b>Nobody</b> else has to.');
  await comment.press('Control+Enter');
  const said = discussion.getByRole('listitem');
  await said.getByText('<b>Nobody</b> else has to.').waitFor();
  await said.getByText(FIRST_ADMIN.name).waitFor();
  await expect.poll(() => comment.inputValue()).toBe('');
  await rows(page).first().getByText('1 comment').waitFor();
  await discussion.getByRole('switch', { name: 'Watch' }).press('Space');
  await discussion.getByText(`Watched by ${FIRST_ADMIN.name}`).waitFor();
  expect(await findViolations(page)).toEqual([]);

  // Escape closes the list of names alone; what is typed is not lost by it either.
  await assignee.press('ArrowDown');
  await page.getByRole('option', { name: 'nobody' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: 'nobody' }).waitFor({ state: 'hidden' });
  await comment.fill('Half a');
  await page.keyboard.press('Escape');
  expect(await comment.inputValue()).toBe('Half a');
  await comment.fill('');

  // From a row the open record follows the keyboard; Escape closes it, and the row has the keyboard again.
  await rows(page).first().getByRole('button', { name: first }).press('j');
  await record(page).getByRole('heading', { name: second }).waitFor();
  await record(page).getByRole('button', { name: 'Close the record' }).press('Escape');
  await record(page).waitFor({ state: 'detached' });
  expect(await focusedTitle(page)).toBe(second);

  // What is one's own is what was taken.
  await page.getByRole('radio', { name: 'Mine' }).press('Space');
  await page.getByText('1 incident waits', { exact: true }).waitFor();
  expect(await rows(page).getByRole('button', { name: first }).count()).toBe(1);
  await page.getByRole('radio', { name: 'Disputed' }).press('Space');

  // It stands on a phone too, light and dark.
  await page.getByRole('radio', { name: 'Any status' }).press('Space');
  await page.getByRole('radio', { name: 'All', exact: true }).press('Space');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await rows(page).first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await rows(page).first().getByRole('button', { name: first, exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'The record' });
    await sheet.getByRole('region', { name: 'Discussion' }).getByText('Watched by').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  }
});

/** Files an incident that two origins tell of, and gives it to whoever is signed in. */
async function fileReady(page: Page, title: string): Promise<void> {
  const filed = await fileIncident(page, server.url, title, '2026-03-10');
  await changeIncident(page, server.url, filed, { sources: [sourceOf('first'), sourceOf('second')] });
  const { person } = z
    .object({ person: z.object({ id: z.string() }) })
    .parse(await send(page, 'GET', `${server.url}/v1/me`));
  await send(page, 'PUT', `${server.url}/v1/incidents/${filed.id}/assignee`, { person: person.id });
}

const isChosen = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).isChecked();

it('gives the next status by one key and goes on to the next row, at the address that it was left at', async () => {
  const page = await openSignedIn(dashboard, server, '/queue');
  const [FIRST, SECOND] = ['Shots at a lorry near Hub', 'Shots at a convoy near Turbat'];
  await fileReady(page, FIRST);
  await fileReady(page, SECOND);

  // A pasted link opens the same order and the same part of the queue.
  await page.goto(`${server.url}/queue?queueOrder=age&queueOf=mine&queueStatus=reported`);
  const first = rows(page).getByRole('button', { name: FIRST, exact: true });
  const second = rows(page).getByRole('button', { name: SECOND, exact: true });
  await second.waitFor();
  for (const name of ['Oldest first', 'Mine', 'Reported']) expect(await isChosen(page, name)).toBe(true);

  // One key opens the dialog with the next status chosen; a reason and Ctrl S finish it.
  await first.focus();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Change the status' });
  await dialog.getByRole('radio', { name: 'Corroborated' }).waitFor();
  expect(await dialog.getByRole('radio', { name: 'Corroborated' }).isChecked()).toBe(true);
  const why = dialog.getByRole('textbox', { name: /^Why/ });
  await expect.poll(() => why.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  expect(await findViolations(page)).toEqual([]);
  // What is typed is text, also where it is the letter of a key.
  await page.keyboard.type('jaks? Two papers');
  expect(await why.inputValue()).toBe('jaks? Two papers');
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`Now corroborated: ${FIRST}`).waitFor();
  await first.waitFor({ state: 'detached' });
  expect(await focusedTitle(page)).toBe(SECOND);

  // Closed without a change, the dialog gives the keyboard back to its row. Who filed it cannot confirm it.
  await page.keyboard.press('s');
  await why.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focusedTitle(page)).toBe(SECOND);
  await page.getByRole('radio', { name: 'Corroborated', exact: true }).press('Space');
  await first.focus();
  await page.keyboard.press('s');
  await dialog.getByText('you reported it').waitFor();
  expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // What was chosen and opened is in the address, and Back goes through it.
  await page.keyboard.press('Enter');
  await record(page).getByRole('heading', { name: FIRST }).waitFor();
  expect(addressOf(page).get('queueStatus')).toBe('corroborated');
  expect(addressOf(page).get('incident')).toMatch(/^cw-2026-03-10-/);
  await page.goBack();
  await record(page).waitFor({ state: 'detached' });
  await page.goBack();
  await second.waitFor();
  expect(await isChosen(page, 'Reported')).toBe(true);
  expect(await isChosen(page, 'Mine')).toBe(true);

  // All keys are told, those of this page first.
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  const here = help.getByRole('table', { name: 'On this page: Review queue' });
  await here.getByRole('row', { name: 'S Gives the incident its next status' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });

  // Of the past there is no queue: the page says so, and leads back.
  await page.goto(`${server.url}/queue?queueOf=mine&asOf=r1`);
  await page.getByRole('heading', { name: 'Review queue: only of the present' }).waitFor();
  expect(await rows(page).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to now' }).press('Enter');
  await second.waitFor();
  expect(addressOf(page).get('asOf')).toBeNull();
  expect(await isChosen(page, 'Mine')).toBe(true);
});
