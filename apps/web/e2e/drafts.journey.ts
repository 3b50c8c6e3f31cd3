import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { findLowControls } from './support/find-low-controls.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { openAsSecondPerson } from './support/second-person.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const rows = (page: Page) => page.getByRole('list', { name: 'Drafts from articles' }).getByRole('listitem');
const draft = (page: Page) => page.getByRole('article', { name: 'The draft' });
const article = (page: Page) => page.getByRole('region', { name: 'The article' });
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

const ADDRESS = 'https://paper.example/two-attacks';
const TEXT = [
  'Two attacks in Balochistan',
  'QUETTA: A roadside bomb hit a convoy of security forces near Turbat on Monday, killing three soldiers and wounding five, police said.',
  'In a separate attack, gunmen opened fire on a police post in Khuzdar, leaving two policemen dead.',
  'In October 2024, a suicide bombing near Karachi airport killed two Chinese engineers.',
].join('\n\n');

it('reads two attacks out of a pasted text, each beside it; one is filed, one linked, one dismissed', async () => {
  const page = await openAsFirstAdmin(dashboard, server, /status of 40[01]/);
  await page.goto(`${server.url}/queue?queueList=drafts`);
  await page.getByText('No draft is open.').waitFor();
  expect(await findViolations(page)).toEqual([]);

  // An address of a host that nobody listed is not asked; the dialog says so, and keeps the address beside the text.
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Paste an article' });
  await dialog.getByRole('radio', { name: 'Its address' }).press('Space');
  await dialog.getByRole('textbox', { name: 'Web address' }).fill(ADDRESS);
  await dialog.getByRole('button', { name: /^Read it/ }).press('Enter');
  await dialog.getByText('paper.example, a host that the operator does not list').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await findLowControls(dialog)).toEqual([]);
  await page.setViewportSize(DESK);
  await dialog.getByRole('button', { name: 'Paste the text instead' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Text of the article' }).fill(TEXT);
  await dialog.getByLabel('Published on').fill('2026-03-10');
  expect(await dialog.getByRole('textbox', { name: 'Web address' }).inputValue()).toBe(ADDRESS);
  await dialog.getByRole('button', { name: /^Read it/ }).press('Enter');
  await dialog.getByText('3 drafts came out of it:').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /roadside bomb/ }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => rows(page).count(), { timeout: PATIENCE_MS }).toBe(3);

  // On a phone the draft is as long as what is in it, and nothing is longer.
  await page.setViewportSize(PHONE);
  await draft(page).getByRole('button', { name: 'Back to the list' }).waitFor();
  await expect.poll(() => page.locator('#content').evaluate((page) => page.scrollHeight - page.clientHeight)).toBe(0);
  await page.setViewportSize(DESK);

  // A field shows where the text says it, and the text what it says.
  const wounded = draft(page).getByRole('button', { name: /^Wounded/ });
  await wounded.focus();
  const lit = article(page).locator('[data-lit]');
  expect(await lit.allTextContents()).toEqual([expect.stringContaining('five')]);
  await wounded.press('Enter');
  await expect.poll(() => lit.evaluate((mark) => mark === mark.ownerDocument.activeElement)).toBe(true);
  await lit.press('Enter');
  await expect.poll(() => wounded.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  expect(await findViolations(page)).toEqual([]);

  // Older events that it recalls have the records that they may be.
  await draft(page).getByRole('heading', { name: 'Older events that the article recalls' }).waitFor();
  await draft(page)
    .getByRole('button', { name: /Karachi/ })
    .first()
    .waitFor();

  // Filed as it is: the next one comes, with the keyboard on it.
  const title = () => draft(page).getByRole('heading', { level: 2 });
  expect(await title().textContent()).toContain('roadside bomb');
  await page.keyboard.press('f');
  await page.getByText(/^Filed: /).waitFor();
  await expect.poll(() => rows(page).count(), { timeout: PATIENCE_MS }).toBe(2);
  await expect.poll(() => title().textContent(), { timeout: PATIENCE_MS }).not.toContain('roadside bomb');

  // An older event is linked to the record that it is, found by words.
  await rows(page)
    .getByRole('button', { name: /Karachi airport/ })
    .press('Enter');
  await draft(page).getByText('it is linked to its record, not filed').waitFor();
  await page.keyboard.press('l');
  const linking = page.getByRole('dialog', { name: 'Link to a record' });
  await linking.getByRole('textbox', { name: 'Search for a record' }).fill('Port Qasim convoy');
  const found = linking.getByRole('button', { name: /convoy at Karachi airport/ });
  await found.waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await findLowControls(linking)).toEqual([]);
  await page.setViewportSize(DESK);
  await found.press('Enter');
  await page.getByText(/^Linked: /).waitFor();
  await expect.poll(() => rows(page).count(), { timeout: PATIENCE_MS }).toBe(1);

  // The text gives it no day of its own: another one is chosen, and stays when the page is loaded anew.
  await expect.poll(() => title().textContent(), { timeout: PATIENCE_MS }).toContain('Khuzdar');
  const when = draft(page).getByRole('group', { name: /^Not sure\. When/ });
  expect(await when.getByRole('radio', { name: '9 Mar 2026' }).isChecked()).toBe(true);
  await when.getByRole('radio', { name: '8 Mar 2026' }).press('Space');
  await page.reload();
  await when.waitFor();
  expect(await when.getByRole('radio', { name: '8 Mar 2026' }).isChecked()).toBe(true);
  await draft(page)
    .getByRole('button', { name: /^When ?8 Mar 2026/ })
    .waitFor();

  // What nobody wants is dismissed with a reason.
  await page.keyboard.press('d');
  const why = page.getByRole('dialog', { name: 'Dismiss the draft' });
  await why.getByRole('textbox').fill('Another paper has it');
  await why.getByRole('textbox').press('Control+Enter');
  await page.getByText(/^Dismissed: /).waitFor();
  await page.getByText('No draft is open.').waitFor();
  expect(await fits(page)).toBe(true);
});

it('tells a reporter, who sees no drafts, what came of a pasted article and who has it now', async () => {
  const admin = await openSignedIn(dashboard, server, '/map');
  const page = await openAsSecondPerson(dashboard, server, admin, /status of 40[13]/, 'reporter');
  await page.getByRole('button', { name: /: account of / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Paste an article' }).press('Enter');
  await page
    .getByRole('textbox', { name: 'Text of the article' })
    .fill('Gunmen opened fire on a police post in Panjgur on Monday, leaving two policemen dead.');
  await page.getByRole('button', { name: /^Read it/ }).press('Enter');
  await page.getByText('It waits in the review queue of the analysts, who file, link or dismiss it.').waitFor();
  await page.getByText(/^Gunmen opened fire on a police post in Panjgur/).waitFor();
  expect(await page.getByRole('button', { name: /Panjgur/ }).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
});
