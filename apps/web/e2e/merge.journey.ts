import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { FIRST_ADMIN, openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { readTruth } from './support/truth-bar.ts';
import { changeIncident, fileIncident, sourceOf } from './support/write-records.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const EXPECTED_ERRORS = /status of (401|412)/;
const TURBAT = { name: 'Turbat', province: 'Balochistan', district: 'Kech', latitude: 26.0031, longitude: 63.0544 };
const ofPolice = { kind: 'killed', by: 'Police', toll: { low: 3, best: 3, high: 3 }, note: '' };
const unknownTolls = {
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
};

const record = (page: Page) => page.getByRole('region', { name: 'The record' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'The record' });
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
const countIs = (page: Page, count: number) =>
  expect.poll(async () => (await readTruth(page)).matched, { timeout: PATIENCE_MS }).toBe(count);

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`${server.url}/incidents?incident=${id}`);
  await figuresStand(page);
}

/** Chooses what is seldom done with the open record. */
async function choose(page: Page, action: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More that can be done with the record' }).press('Enter');
  await page.getByRole('menuitem', { name: action }).press('Enter');
}

it('finds the other record of an event, merges the two, points from one to the other, and undoes it', async () => {
  const page = await openAsAnalyst();
  const one = await fileIncident(page, server.url, 'Shots at a survey team near Turbat', '2026-03-10');
  const stays = await changeIncident(page, server.url, one, { place: { ...TURBAT, precision: 'place' } });
  const other = await fileIncident(page, server.url, 'Surveyors shot in Kech', '2026-03-11');
  const double = await changeIncident(page, server.url, other, {
    ...{ place: { ...TURBAT, precision: 'near-place' }, notes: 'Heard on the radio' },
    ...{ sources: [sourceOf('first'), sourceOf('second')], claims: [{ ...ofPolice, source: null }] },
  });
  await open(page, stays.id);
  const { matched } = await readTruth(page);

  // What may be of the same event is proposed, with what agrees; the keyboard alone is enough.
  await choose(page, /^Merge with/);
  const dialog = page.getByRole('dialog', { name: 'Merge two records of one event' });
  const candidate = dialog.getByRole('button', { name: /Surveyors shot in Kech.*cites the same source/ });
  await candidate.waitFor();
  expect(await findViolations(page)).toEqual([]);
  // Any other is found by words, and by a link to it.
  const search = dialog.getByRole('textbox', { name: 'Search for another record' });
  await search.fill('Surveyors');
  await dialog.getByText('1 record is found:').waitFor();
  await search.fill(`${server.url}/map?incident=${stays.id}`);
  await dialog.getByText('That is this record itself.').waitFor();
  await search.fill('');
  await candidate.press('Enter');

  // The one with more sources is proposed to stay; the analyst knows better, and takes the notes of the other.
  const keeps = dialog.getByRole('radiogroup', { name: 'Which record stays' });
  expect(await keeps.getByRole('radio', { name: /Surveyors/ }).getAttribute('aria-checked')).toBe('true');
  await keeps.getByRole('radio', { name: /Shots at a survey team/ }).press('Space');
  await dialog.getByRole('radiogroup', { name: 'Notes' }).getByText('Heard on the radio').click();
  await dialog.getByText('“Shots at a survey team near Turbat” has 2 sources then and 1 claim.').waitFor();
  await dialog.getByText('It takes over: Notes.').waitFor();
  const submit = dialog.getByRole('button', { name: 'Merge them' });
  expect(await submit.isEnabled()).toBe(false);
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('The same three surveyors');
  expect(await findViolations(page)).toEqual([]);

  // Somebody corrects the other record meanwhile: that is said, and nothing that was chosen is lost.
  await changeIncident(page, server.url, double, { target: 'Surveyors' });
  const notice = dialog.getByRole('alert');
  await notice.getByText('“Surveyors shot in Kech” has been changed meanwhile').waitFor();
  await notice.getByText(`Version 3: ${FIRST_ADMIN.name}`).waitFor();
  expect(await submit.isEnabled()).toBe(false);
  await notice.getByRole('button', { name: 'Go on with what stands now' }).press('Enter');
  await dialog.getByText('It takes over: Notes.').waitFor();
  await dialog.getByRole('textbox', { name: /^Why/ }).press('Control+s');
  await dialog.waitFor({ state: 'detached' });

  // It counts no more, wherever counts are; what stays says what it holds.
  await record(page).getByText('“Surveyors shot in Kech” is merged, and counts no more.').waitFor();
  await countIs(page, matched - 1);
  await record(page).getByText('Heard on the radio').waitFor();
  await record(page).getByRole('link', { name: 'Report of second' }).waitFor();
  const holds = record(page).getByRole('region', { name: 'Holds 1 merged record' });
  await holds.getByRole('link', { name: 'Surveyors shot in Kech' }).press('Enter');
  await record(page).getByRole('heading', { name: 'Surveyors shot in Kech' }).waitFor();
  const into = record(page).getByRole('region', { name: 'Merged into another record' });
  expect(await findViolations(page)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Change status' }).count()).toBe(0);
  await into.getByRole('link', { name: 'Open “Shots at a survey team near Turbat”' }).press('Enter');
  await record(page)
    .getByRole('heading', { name: /^Shots at a survey team/ })
    .waitFor();

  // Undone, it counts again, and takes its sources with it; what was taken over by hand stays.
  await holds.getByRole('button', { name: 'Undo merge of “Surveyors shot in Kech”' }).press('Enter');
  const undo = page.getByRole('dialog', { name: 'Undo a merge' });
  await undo.getByText('What people wrote since stays').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await undo.getByRole('textbox', { name: /^Why/ }).fill('Two teams, it turns out');
  await undo.getByRole('button', { name: 'Undo merge' }).press('Enter');
  await undo.waitFor({ state: 'detached' });
  await record(page).getByText('“Surveyors shot in Kech” counts again').waitFor();
  await holds.waitFor({ state: 'detached' });
  await countIs(page, matched);
  expect(await record(page).getByRole('link', { name: 'Report of second' }).count()).toBe(0);
  await record(page).getByText('Heard on the radio').waitFor();
});

it('merges two rows of the table, and says who was quicker where the server refuses a stale version', async () => {
  const page = await openAsAnalyst();
  const first = await fileIncident(page, server.url, 'Grenade at a camp gate', '2026-02-01');
  const second = await fileIncident(page, server.url, 'Grenade thrown at a camp', '2026-02-01');
  await page.goto(`${server.url}/incidents?q=grenade+camp&from=2026-02-01&to=2026-02-01`);
  await figuresStand(page);
  await countIs(page, 2);
  for (const { title } of [first, second]) await page.getByRole('checkbox', { name: `Choose “${title}”` }).click();
  await page.getByRole('button', { name: 'Merge…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge two records of one event' });
  await dialog.getByText('What will happen').waitFor();
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('One grenade');

  // Somebody is quicker than the request on its way: the server refuses, the page says who it was, and what was typed stays.
  const why = dialog.getByRole('textbox', { name: /^Why/ });
  const merging = '**/v1/incidents/*/merge';
  await page.route(
    merging,
    async (route) => {
      await changeIncident(page, server.url, second, { target: 'The gate' });
      await route.continue();
    },
    { times: 1 },
  );
  const answered = page.waitForResponse(merging);
  await why.press('Control+Enter');
  expect((await answered).status()).toBe(412);
  const notice = dialog.getByRole('alert');
  await notice.getByText('“Grenade thrown at a camp” has been changed meanwhile').waitFor();
  expect(await why.inputValue()).toBe('One grenade');
  await notice.getByRole('button', { name: 'Go on with what stands now' }).press('Enter');
  await why.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await countIs(page, 1);
  await record(page).getByRole('region', { name: 'Holds 1 merged record' }).waitFor();
});

it('splits a record of two events into two on a phone, each with its sources, claims and casualties', async () => {
  const page = await openAsAnalyst();
  const filed = await fileIncident(page, server.url, 'Two convoys ambushed', '2026-01-05');
  const whole = await changeIncident(page, server.url, filed, {
    sources: [sourceOf('first'), sourceOf('second')],
    claims: [{ ...ofPolice, source: sourceOf('second').url }],
    casualties: { ...unknownTolls, killed: { low: 8, best: 9, high: 12 } },
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.url}/incidents?q=convoy+ambushed+two&from=2026-01-05&to=2026-01-06&incident=${whole.id}`);
  await figuresStand(page);
  await countIs(page, 1);
  await choose(page, /^Split/);
  const dialog = page.getByRole('dialog', { name: 'Split the record in two' });
  const submit = dialog.getByRole('button', { name: 'Split it' });
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('Two roads, a day apart');
  await dialog.getByText('Each of the two records needs a source of its own').waitFor();
  expect(await submit.isEnabled()).toBe(false);
  expect(await findViolations(page)).toEqual([]);

  // A claim goes with its source; the toll is shared out.
  const source = dialog.getByRole('radiogroup', { name: 'Report of second' });
  await source.getByText('Goes', { exact: true }).click();
  await dialog.getByText('It has 1 source and 1 claim.').waitFor();
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Two convoys ambushed: the second, on the coast road');
  await dialog.getByLabel(/^Day/).fill('2026-01-06');
  await dialog.getByLabel('Place', { exact: true }).fill('Gwadar Port');
  await page
    .getByRole('option', { name: /^Gwadar Port.*site$/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: 'Killed, This record' }).fill('6');
  await dialog.getByRole('textbox', { name: 'Killed, The new one' }).fill('3');
  expect(await fits(page)).toBe(true);
  await submit.click();
  await dialog.waitFor({ state: 'detached' });

  // Both are there, and each is a step away from the other.
  const done = sheet(page).getByRole('status').filter({ hasText: 'Split in two:' });
  expect(await done.getByRole('link').allTextContents()).toEqual([
    'Two convoys ambushed',
    'Two convoys ambushed: the second, on the coast road',
  ]);
  await countIs(page, 2);
  expect(await findViolations(page)).toEqual([]);
  await done.getByRole('link', { name: /coast road/ }).click();
  await sheet(page)
    .getByRole('heading', { name: /coast road/ })
    .waitFor();
  await sheet(page)
    .getByText(/^6 Jan 2026 · Gwadar Port/)
    .waitFor();
  await sheet(page).getByRole('rowheader', { name: 'Police' }).waitFor();

  // In a dialog over the sheet of a phone Escape closes the dialog alone.
  await choose(page, /^Merge with/);
  const merge = page.getByRole('dialog', { name: 'Merge two records of one event' });
  await merge
    .getByRole('button', { name: /Two convoys ambushed/ })
    .first()
    .click();
  await merge.getByText('What will happen').waitFor();
  expect(await findViolations(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await page.keyboard.press('Escape');
  await merge.waitFor({ state: 'detached' });
  await sheet(page)
    .getByRole('heading', { name: /coast road/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'hidden' });
});

let isKnown = false;

/** Somebody who may edit: whoever opens the first page is made known, and signs in anew on each after that. */
async function openAsAnalyst(): Promise<Page> {
  if (!isKnown) {
    isKnown = true;
    return openAsFirstAdmin(dashboard, server, EXPECTED_ERRORS);
  }
  const page = await dashboard.open('/sign-in', {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'E-mail address' }).waitFor(),
    expectedErrors: EXPECTED_ERRORS,
  });
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(FIRST_ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(FIRST_ADMIN.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await figuresStand(page);
  return page;
}
