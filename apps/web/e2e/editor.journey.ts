import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const ANALYST = { name: 'Amina Khan', email: 'amina@example.org', password: 'seven green lanterns drift' };
const TITLE = 'Grenade thrown at a house of labourers in Pasni';

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

/** The browser of somebody who may file and edit. */
async function openSignedIn(): Promise<Page> {
  const page = await dashboard.open(firstAdminPath, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'Name' }).waitFor(),
    // Refused on purpose: without a network, and on an old version.
    expectedErrors: /status of (401|412)|ERR_INTERNET_DISCONNECTED/,
  });
  await page.getByRole('textbox', { name: 'Name' }).fill(ANALYST.name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ANALYST.password);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await figuresStand(page);
  return page;
}

const titleField = (page: Page) => page.getByRole('textbox', { name: /^Title/ });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

/** Goes to a field as the keyboard does, and types. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).first().focus();
  await page.keyboard.type(text);
}

/** Changes the record as another program does in the meantime. */
async function changeElsewhere(page: Page, id: string, version: number, changes: object): Promise<void> {
  const request = JSON.stringify({ reason: 'Count of the hospital', changes });
  const status = await page.evaluate(
    `fetch('/v1/incidents/${id}', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': '"${version}"' },
      body: ${JSON.stringify(request)},
    }).then((response) => response.status)`,
  );
  expect(status).toBe(200);
}

const listSchema = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });

/** The newest incidents of a filter, as whoever is signed in may read them. */
async function readList(page: Page, filter: string) {
  return listSchema.parse(await page.evaluate(`fetch('/v1/incidents?${filter}').then((response) => response.json())`))
    .items;
}

it('files an incident by keyboard, survives without a network, and chooses between two versions', async () => {
  const page = await openSignedIn();

  // Ctrl I opens the form from anywhere; what is wrong is said at its field, and the first of them has the focus.
  await page.keyboard.press('Control+i');
  await heading(page, 'New incident');
  await page.keyboard.type(TITLE);
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByRole('link', { name: 'Event type' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('field-eventType');
  expect(await findViolations(page)).toEqual([]);

  // The rest is typed. A place from the list fills in where it is, and how precisely.
  await type(page, /^Event type/, 'Expl');
  await type(page, /^Sub-event type/, 'Gren');
  await type(page, /^Kind of target/, 'Civ');
  await page.getByLabel(/^Day/).fill('2026-03-10');
  await type(page, 'Place', 'Pasn');
  await page
    .getByRole('listbox', { name: 'Place' })
    .getByRole('option', { name: /^Pasni/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('are those of the place chosen').waitFor();
  expect(await page.getByRole('textbox', { name: 'Latitude' }).inputValue()).toMatch(/^25\./);
  expect(await page.getByRole('combobox', { name: 'Province' }).inputValue()).toBe('Balochistan');

  // Claims stand side by side, and one of them is chosen.
  await page.getByRole('button', { name: 'Add a claim' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Police');
  await type(page, 'What is counted', 'Wou');
  await type(page, 'Claim 1, Best', '5');
  await page.getByRole('button', { name: 'Use this: the figures of Claim 1' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Wounded, Best', { exact: true }).inputValue()).toBe('5');

  // The record of that event is listed, and opens beside the form.
  const duplicates = page.getByRole('region', { name: 'Records that may be of the same event' });
  await duplicates.getByRole('button', { name: /labourers' quarters in Pasni/ }).press('Enter');
  await page.getByRole('region', { name: 'The record' }).getByRole('heading').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'The record' }).waitFor({ state: 'detached' });
  expect(await titleField(page).inputValue()).toBe(TITLE);

  // Without a network nothing is lost: it is kept, and filed when the network is back.
  await page.context().setOffline(true);
  await page.keyboard.press('Control+s');
  await page.getByText('Not saved yet').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.waitForURL('**/incidents?**incident=cw-2026-03-10-*');
  await page.getByRole('region', { name: 'The record' }).getByRole('heading', { name: TITLE }).waitFor();
  await page.getByRole('region', { name: 'The record' }).getByRole('rowheader', { name: 'Police' }).waitFor();
  const id = new URL(page.url()).searchParams.get('incident') ?? '';

  // Somebody else changes it while it is edited: both versions are shown, and what is chosen is saved on the new one.
  await page.getByRole('link', { name: 'Edit the record' }).press('Enter');
  await heading(page, `Edit: ${TITLE}`);
  await changeElsewhere(page, id, 1, { title: 'Grenade wounds six', notes: 'The hospital counts six.' });
  await titleField(page).fill(`${TITLE}, five wounded`);
  await type(page, /^Why the record is changed/, 'Second report');
  await page.keyboard.press('Control+s');
  await heading(page, 'This record has been changed meanwhile');
  await page.getByText('Count of the hospital').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const title = page.getByRole('radiogroup', { name: /^Title/ });
  await title.getByRole('radio', { name: /^What stands now/ }).waitFor();
  await title.getByRole('radio', { name: /^Yours/ }).press('Space');
  await page.getByRole('button', { name: 'Save these' }).press('Enter');
  const record = page.getByRole('region', { name: 'The record' });
  await record.getByRole('heading', { name: `${TITLE}, five wounded` }).waitFor();
  await record.getByText('The hospital counts six.').waitFor();
  await record.getByText('3 versions').waitFor();

  // Who leaves is asked; the draft waits for its person, and for nobody else.
  await page.keyboard.press('Control+i');
  await heading(page, 'New incident');
  await page.keyboard.type('Half a report');
  await page.keyboard.press('Escape');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep the draft and leave' }).click();
  await figuresStand(page);
  await page.keyboard.press('Control+i');
  await page.getByText('You have an unsaved draft of “Half a report”').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => titleField(page).inputValue()).toBe('Half a report');
});

it('changes many rows of the table at once, and names those that somebody else has changed', async () => {
  const page = await dashboard.open('/sign-in?returnTo=/incidents%3Fprovince%3DSindh', {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'E-mail address' }).waitFor(),
    expectedErrors: /status of (401|412)/,
  });
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ANALYST.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await figuresStand(page);

  await page.getByRole('grid', { name: 'Incident table' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+X');
  const box = page
    .getByRole('gridcell')
    .filter({ has: page.getByRole('checkbox') })
    .nth(3);
  for (const chosen of [true, false]) {
    await box.click();
    expect(await box.getByRole('checkbox').isChecked()).toBe(chosen);
  }
  await page.getByRole('button', { name: 'Change…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change 3 records' });
  const [first] = await readList(page, 'province=Sindh&limit=1');
  await dialog.getByRole('combobox', { name: 'What is changed' }).selectOption('targetType');
  await dialog.getByRole('combobox', { name: 'Kind of target' }).selectOption('infrastructure');
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('One kind for all');
  expect(await findViolations(page)).toEqual([]);
  const submit = dialog.getByRole('button', { name: 'Change 3 records' });
  await expect.poll(() => submit.isEnabled(), { timeout: PATIENCE_MS }).toBe(true);
  // The dialog stays with what stood when it was opened, whatever news of the change the page has had.
  const news = page.waitForResponse((response) => response.url().includes('since='));
  await changeElsewhere(page, first?.id ?? '', 1, { notes: 'Seen elsewhere.' });
  await news;
  await figuresStand(page);
  await submit.click();
  await dialog
    .getByRole('alert')
    .getByText(first?.title ?? '')
    .waitFor();
  await submit.click();
  await page.getByText('Kind of target changed in 3 records.').last().waitFor();
  await figuresStand(page);
});

it.each(['light', 'dark'] as const)(
  'the form fits a phone in the %s theme, and has no barriers',
  async (colorScheme) => {
    const page = await dashboard.open('/sign-in?returnTo=/incidents/new', {
      serverUrl: server.url,
      untilReady: (opened) => opened.getByRole('textbox', { name: 'E-mail address' }).waitFor(),
      viewport: { width: 390, height: 844 },
      colorScheme,
      expectedErrors: /status of 401/,
    });
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ANALYST.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading(page, 'New incident');
    // Drafts are of a person in a browser: another browser has none.
    expect(await page.getByText('You have an unsaved draft').count()).toBe(0);
    await page.getByRole('button', { name: 'Add a claim' }).click();
    await page.getByRole('button', { name: 'Add a source' }).click();
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await findViolations(page)).toEqual([]);
  },
);
