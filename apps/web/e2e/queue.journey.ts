import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const ANALYST = { name: 'Amina Khan', email: 'amina@example.org', password: 'seven green lanterns drift' };

let server: TestServer;
let firstAdminPath: string;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
  firstAdminPath = await vi.waitUntil(() => /(\/welcome\?token=\S+)\s/.exec(server.printed())?.[1], {
    timeout: PATIENCE_MS,
  });
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

async function createAnalyst(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(ANALYST.name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ANALYST.password);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await figuresStand(page);
}

it('lets an analyst go through the queue by keyboard, take an incident and comment on it', async () => {
  const page = await dashboard.open(firstAdminPath, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'Name' }).waitFor(),
    expectedErrors: /status of 401/,
  });
  await createAnalyst(page);
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
  await expect.poll(() => assignee.inputValue(), { timeout: PATIENCE_MS }).toBe(ANALYST.name);
  const comment = discussion.getByRole('textbox', { name: 'Comment' });
  await comment.fill('I ask the hospital.\n<b>Nobody</b> else has to.');
  await comment.press('Control+Enter');
  const said = discussion.getByRole('listitem');
  await said.getByText('<b>Nobody</b> else has to.').waitFor();
  await said.getByText(ANALYST.name).waitFor();
  await expect.poll(() => comment.inputValue()).toBe('');
  await rows(page).first().getByText('1 comment').waitFor();
  await discussion.getByRole('switch', { name: 'Watch' }).press('Space');
  await discussion.getByText(`Watched by ${ANALYST.name}`).waitFor();
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
