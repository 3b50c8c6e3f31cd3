import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findLowControls } from './support/find-low-controls.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { exportedFilter } from './support/page-filter.ts';
import { openAsSecondPerson, SECOND_PERSON } from './support/second-person.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { readTruth } from './support/truth-bar.ts';
import { send } from './support/write-records.ts';

const SOON = { timeout: PATIENCE_MS };
const [SITE, ROUTE] = ['Pasni Fuel Depot', 'Second Coastal Road'];
const [SITE_ID, ROUTE_ID] = ['pasni-fuel-depot', 'second-coastal-road'];

let server: TestServer;
let admin: Page;
let analyst: Page;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const heading = (name: string) => analyst.getByRole('heading', { name, exact: true });
const field = (name: RegExp | string) => analyst.getByRole('textbox', { name });
const selected = (name: string) => analyst.getByRole('region', { name });
const fits = () => analyst.evaluate('document.documentElement.scrollWidth <= innerWidth');
const save = () => analyst.keyboard.press('Control+s');

const counted = z.object({ incidents: z.object({ inside: z.number(), possible: z.number() }) });
const summary = z.object({ matched: z.number() });

/** Changes a site, a route or a source as the admin does elsewhere. */
async function changeElsewhere(path: string, version: number, changes: object): Promise<void> {
  const body = { reason: 'Seen from the air', changes };
  expect(await send(admin, 'PATCH', `${server.url}/v1/${path}`, body, version)).toMatchObject({ version: version + 1 });
}

/** Waits until the open site counts in its ring what the API counts in it, under the filter of the page. */
async function countsAsTheApi(path: string, words: string): Promise<void> {
  const query = await exportedFilter(analyst);
  const { incidents } = counted.parse(await send(analyst, 'GET', `${server.url}/v1/${path}?${query}`));
  const figure = analyst.locator('dl > div').filter({ hasText: words }).locator('dd');
  await expect
    .poll(async () => Number((await figure.first().textContent())?.replaceAll(',', '')), SOON)
    .toBe(incidents.inside);
}

/** On the map, all that is in the ring or may be in it is counted. */
async function mapCountsAsTheApi(query: string): Promise<void> {
  await analyst.getByRole('link', { name: 'Near it on the map' }).press('Enter');
  await analyst.waitForURL('**/map?**');
  const { matched } = summary.parse(await send(analyst, 'GET', `${server.url}/v1/summary?${query}`));
  expect(matched).toBeGreaterThan(0);
  await expect.poll(async () => (await readTruth(analyst)).matched, SOON).toBe(matched);
}

it('adds a site and a route, changes them, and shows what somebody else has changed meanwhile', async () => {
  admin = await openAsFirstAdmin(dashboard, server);
  analyst = await openAsSecondPerson(dashboard, server, admin, /status of (401|412)/);

  // What is wrong with a new site is said at its fields; then it is added by the key that saves.
  await analyst.goto(`${server.url}/sites`);
  await figuresStand(analyst);
  await analyst.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await analyst.getByRole('menuitem', { name: 'New site' }).press('Enter');
  await heading('New site').waitFor();
  await field(/^Name/).fill(SITE);
  await save();
  await analyst.getByRole('alert').getByRole('link', { name: 'Latitude' }).waitFor();
  expect(await findViolations(analyst)).toEqual([]);
  await analyst.getByRole('combobox', { name: /^Province/ }).selectOption('Balochistan');
  await analyst.getByRole('combobox', { name: /^District/ }).selectOption('Gwadar');
  await field(/^Location/).fill('Pasni');
  await field(/^Latitude/).fill('25.26');
  await field(/^Longitude/).fill('63.47');
  await field(/^Radius/).fill('15');
  await save();
  await analyst.waitForURL(`**/sites?**openSite=${SITE_ID}**`);
  await heading(SITE).waitFor();
  await figuresStand(analyst);
  await analyst.getByRole('table').getByRole('button', { name: SITE }).waitFor();
  await countsAsTheApi(`sites/${SITE_ID}`, 'inside 15 km');

  // It is on the map, which counts its ring too.
  await mapCountsAsTheApi(`site=${SITE_ID}`);
  await analyst.goto(`${server.url}/map?site=${SITE_ID}&at=63.47,25.26,12`);
  await figuresStand(analyst);
  await analyst.getByTestId('map-site').first().hover();
  await analyst.getByText('Energy, Planned').waitFor();
  await analyst.getByText(SITE, { exact: true }).first().waitFor();

  // Changed: another ring, another count, and a second version that says what was changed and why.
  await analyst.goto(`${server.url}/sites?openSite=${SITE_ID}`);
  await figuresStand(analyst);
  await analyst.getByRole('link', { name: 'Edit', exact: true }).press('Enter');
  await heading(`Edit ${SITE}`).waitFor();
  await field(/^Radius/).fill('25');
  await field(/^Reason/).fill('The tanks were moved');
  await save();
  await countsAsTheApi(`sites/${SITE_ID}`, 'inside 25 km');
  await selected(SITE).getByText('Versions').click();
  await selected(SITE)
    .getByText(/^Version 2 · .* · Bilal Ahmed/)
    .waitFor();
  await selected(SITE).getByText('The tanks were moved').waitFor();
  await selected(SITE).getByText('Radius, km: 15 → 25').waitFor();
  expect(await findViolations(analyst)).toEqual([]);

  // Somebody else is quicker: nothing is saved, and what both changed is chosen.
  await analyst.getByRole('link', { name: 'Edit', exact: true }).press('Enter');
  await heading(`Edit ${SITE}`).waitFor();
  await changeElsewhere(`sites/${SITE_ID}`, 2, { radiusKm: 30, operator: 'Coastal Oil' });
  await field(/^Radius/).fill('20');
  await field(/^Notes/).fill('Guarded by night.');
  await field(/^Reason/).fill('Measured anew');
  await save();
  const notice = analyst.getByRole('alert').filter({ hasText: 'Somebody has changed it meanwhile' });
  await notice.getByText('now 30').waitFor();
  expect(await field(/^Operator/).inputValue()).toBe('Coastal Oil');
  expect(await findViolations(analyst)).toEqual([]);
  await notice.getByRole('button', { name: 'Take that for Radius, km' }).press('Enter');
  expect(await field(/^Radius/).inputValue()).toBe('30');
  await save();
  await selected(SITE).getByText('Notes: Guarded by night.').waitFor();
  await countsAsTheApi(`sites/${SITE_ID}`, 'inside 30 km');

  // A route likewise.
  await analyst.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await analyst.getByRole('menuitem', { name: 'New route' }).press('Enter');
  await heading('New route').waitFor();
  await field(/^Name/).fill(ROUTE);
  await field(/^Width/).fill('5');
  await field(/^Way-points/).fill('25.12, 62.33\n25.26, 63.47');
  expect(await findViolations(analyst)).toEqual([]);
  await save();
  await heading(ROUTE).waitFor();
  await figuresStand(analyst);
  await countsAsTheApi(`routes/${ROUTE_ID}`, 'inside 5 km');
  await analyst.getByRole('link', { name: 'Edit', exact: true }).press('Enter');
  await heading(`Edit ${ROUTE}`).waitFor();
  await changeElsewhere(`routes/${ROUTE_ID}`, 1, { corridor: 'Southern' });
  await field(/^Width/).fill('8');
  await field(/^Reason/).fill('A wider road');
  await save();
  await notice.waitFor();
  expect(await field(/^Corridor/).inputValue()).toBe('Southern');
  await save();
  await countsAsTheApi(`routes/${ROUTE_ID}`, 'inside 8 km');
  await selected(ROUTE).getByText('Versions').click();
  await selected(ROUTE)
    .getByText('Width to each side, km: 5 → 8')
    .or(selected(ROUTE).getByText('Radius, km: 5 → 8'))
    .waitFor();
  await selected(ROUTE).getByText('3 versions').waitFor();
  await mapCountsAsTheApi(`route=${ROUTE_ID}`);

  // The form stands on a phone, light and dark.
  await analyst.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await analyst.emulateMedia({ colorScheme });
    await analyst.goto(`${server.url}/sites/${SITE_ID}/edit`);
    await heading(`Edit ${SITE}`).waitFor();
    expect(await findViolations(analyst)).toEqual([]);
    expect(await fits()).toBe(true);
  }
});

const listed = z.object({
  items: z.array(z.object({ id: z.string(), version: z.number(), title: z.string(), incidents: z.number() })),
});
const citing = z.object({ citedBy: z.object({ incidents: z.array(z.object({ id: z.string(), title: z.string() })) }) });

it('corrects a source in every record that cites it, unless somebody else has corrected it meanwhile', async () => {
  admin = await openSignedIn(dashboard, server, '/map');
  analyst = await openSignedIn(dashboard, server, '/sources', /status of (401|412)/, SECOND_PERSON);
  const sources = listed.parse(await send(analyst, 'GET', `${server.url}/v1/sources?limit=100`)).items;
  const source = sources.find(({ incidents, title }) => incidents > 1 && title.length > 20);
  const { id = '', title = '', version = 0 } = source ?? {};
  const detail = citing.parse(await send(analyst, 'GET', `${server.url}/v1/sources/${id}`));
  const [cites] = detail.citedBy.incidents;

  await analyst.getByRole('textbox', { name: /^Find by/ }).fill(title);
  await analyst.getByRole('table').getByRole('button', { name: title }).first().click();
  const drawer = analyst.getByRole('dialog', { name: 'Source' });
  await drawer
    .getByRole('link', { name: cites?.title ?? '' })
    .first()
    .waitFor();
  expect(await findViolations(analyst)).toEqual([]);
  await analyst.setViewportSize({ width: 390, height: 844 });
  expect(await findLowControls(drawer)).toEqual([]);
  await analyst.setViewportSize({ width: 1440, height: 900 });

  // Somebody else is quicker: nothing is corrected, and it is said.
  await changeElsewhere(`sources/${id}`, version, { publisher: 'The Harbour Times' });
  await drawer.getByRole('textbox', { name: 'Title' }).fill('What the harbour master said');
  await drawer.getByRole('textbox', { name: /^Reason/ }).fill('Headline was mistyped');
  await drawer.getByRole('button', { name: 'Correct' }).press('Enter');
  await drawer.getByRole('alert').getByText('Somebody has corrected it meanwhile').waitFor();
  expect(await findViolations(analyst)).toEqual([]);
  await drawer.getByRole('button', { name: 'Correct' }).press('Enter');
  await drawer.getByRole('alert').waitFor({ state: 'detached' });

  // The record that cites it has the right title, in a version that says why.
  await drawer
    .getByRole('link', { name: cites?.title ?? '' })
    .first()
    .click();
  const record = analyst.getByRole('region', { name: 'The record' });
  await record.getByText('What the harbour master said').first().waitFor();
  await record.getByText('3 versions').click();
  await record.getByText('Headline was mistyped').waitFor();
  await record.getByText('Seen from the air').waitFor();
});
