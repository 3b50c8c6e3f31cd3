import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { readCsv } from './support/read-csv.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { fileIncident, send } from './support/write-records.ts';

/** A formula for a spreadsheet and a script for a page, with the name of the field that it stands in. */
const hostile = (field: string) => `=1+1<img src=x onerror=hostile()>[${field}]`;
/** In a text of several lines also a request to elsewhere, and a turn of the writing direction, which Urdu may need. */
const turned = (field: string) => `\u202b${hostile(field)}\u202c <script src=//elsewhere.example></script>`;
/** Makes what follows read backwards. It is in no text that anybody can write. */
const OVERRIDE = '\u202egnp.exe';

const DAY = '2026-03-10';
const AT = { latitude: 25.7, longitude: 63.9 };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

const sourceOf = (kind: string) => ({
  ...{
    publisher: hostile(`${kind} publisher`),
    title: hostile(`${kind} headline`),
    basedOn: hostile(`${kind} agency`),
  },
  ...{ url: `https://elsewhere.example/?${kind}=<script>hostile()</script>`, date: DAY, grade: null },
});

const toll = { low: 1, best: 1, high: 1 };
const DRAFT = {
  ...{ title: hostile('title'), summary: turned('summary'), notes: turned('notes'), target: hostile('target') },
  ...{ eventType: 'Battles', subEventType: 'Armed clash', targetType: 'convoy', projectSite: hostile('project') },
  occurred: { start: DAY, end: DAY, precision: 'day' },
  actors: [{ name: hostile('actor'), claim: 'claimed' }],
  casualties: {
    ...{ killed: toll, wounded: null, abducted: null, attackersKilled: null },
    ...{ chineseKilled: null, chineseWounded: null },
  },
  claims: [{ kind: 'killed', toll, by: hostile('claimant'), source: null, note: hostile('claim note') }],
  place: { name: hostile('place'), province: 'Balochistan', district: 'Gwadar', ...AT, precision: 'exact' },
  sources: [sourceOf('incident')],
  grade: { reliability: 'B', credibility: '2' },
  ...{ targetedSites: [], summarisesDay: false },
};

const SITE = {
  ...{ name: hostile('site'), kind: hostile('kind'), location: hostile('location'), notes: turned('site notes') },
  ...{ operator: hostile('operator'), chinesePartner: hostile('partner'), capacityUnit: hostile('unit'), capacity: 1 },
  ...{ corridor: hostile('corridor'), sector: 'port', status: 'planned', province: 'Balochistan', district: 'Gwadar' },
  ...{ ...AT, precision: 'site', radiusKm: 15, costMusd: null, startYear: null, completionYear: null },
  sources: [sourceOf('site')],
};

const ROUTE = {
  ...{ name: hostile('route'), kind: hostile('route kind'), corridor: hostile('route corridor'), status: 'planned' },
  radiusKm: 5,
  line: [
    [62.3, 25.1],
    [64.1, 25.5],
  ],
};

const written = z.object({ id: z.string(), version: z.number() });

/** Writes as another program does, and gives what came of it. */
async function write(page: Page, method: string, path: string, body: object, version?: number) {
  const answer = await send(page, method, `${server.url}/v1/${path}`, body, version);
  expect(answer).toEqual(expect.objectContaining({ version: expect.any(Number) }));
  return written.parse(answer);
}

/** What ran or was built of what is only text; nothing may. */
async function watchFor(page: Page): Promise<() => Promise<readonly string[]>> {
  const happened: string[] = [];
  await page.exposeFunction('hostile', () => happened.push('a script of a text ran'));
  page.on('dialog', async (dialog) => {
    happened.push(`a dialog said ${dialog.message()}`);
    await dialog.dismiss();
  });
  return async () => {
    const built = await page.locator('img[src="x"], script[src*=elsewhere], [onerror]').count();
    return built === 0 ? happened : [...happened, `${built} elements were made of a text`];
  };
}

it('refuses what makes text read backwards, and says so where it was typed', async () => {
  const page = await openAsFirstAdmin(dashboard, server, /status of (400|401)/);
  const happened = await watchFor(page);
  for (const [path, body] of [
    ['incidents', { ...DRAFT, title: `Blast ${OVERRIDE}` }],
    ['incidents', { ...DRAFT, summary: `Blast ${OVERRIDE}` }],
    ['sites', { ...SITE, name: `Port ${OVERRIDE}` }],
    ['routes', { ...ROUTE, name: `Road ${OVERRIDE}` }],
    ['sources', { ...sourceOf('refused'), title: `News ${OVERRIDE}` }],
  ] as const) {
    const refused = await send(page, 'POST', `${server.url}/v1/${path}`, body);
    expect(refused).toMatchObject({ status: 400 });
    expect(JSON.stringify(refused)).toContain('holds U+202E, which turns the writing direction');
  }
  const { id } = await fileIncident(page, server.url, 'Blast in Hub', DAY);
  await page.goto(`${server.url}/incidents/${id}/edit`);
  const title = page.getByRole('textbox', { name: /^Title/ });
  await title.fill(`Blast ${OVERRIDE}`);
  await page.getByLabel(/^Why the record is changed/).fill('A better title');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByRole('link', { name: 'Title' }).waitFor();
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  expect(await happened()).toEqual([]);
});

it('shows as text, wherever it is shown, what would be a script, a formula or a turned direction', async () => {
  const page = await openSignedIn(dashboard, server, '/map');
  const happened = await watchFor(page);
  const isText = async (...fields: readonly string[]) => {
    for (const field of fields) {
      await page
        .getByText(`${hostile(field)}`)
        .filter({ visible: true })
        .first()
        .waitFor();
    }
    expect(await happened()).toEqual([]);
  };
  const go = async (path: string) => {
    await page.goto(server.url + path);
    await figuresStand(page);
  };

  const filed = await write(page, 'POST', 'incidents', DRAFT);
  const changes = { target: hostile('changed target') };
  await write(page, 'PATCH', `incidents/${filed.id}`, { reason: hostile('reason'), changes }, filed.version);
  const comment = { text: turned('comment') };
  await send(page, 'POST', `${server.url}/v1/incidents/${filed.id}/comments`, comment);
  const site = await write(page, 'POST', 'sites', SITE);
  const renamed = { reason: hostile('site reason'), changes: { operator: hostile('new operator') } };
  await write(page, 'PATCH', `sites/${site.id}`, renamed, site.version);
  const route = await write(page, 'POST', 'routes', ROUTE);

  // The record beside the table, with its claims, sources, discussion and versions.
  await go(`/incidents?incident=${filed.id}&from=${DAY}&to=${DAY}`);
  await isText('title', 'summary', 'notes', 'changed target', 'project', 'actor', 'claimant', 'claim note');
  await isText('place', 'incident publisher', 'incident headline', 'incident agency', 'comment');
  await page.getByText('2 versions').click();
  await isText('reason', 'target');
  expect(await page.getByRole('grid').getByText(hostile('title')).count()).toBe(1);
  const rows = await csvOf(page);
  expect(rows.find(({ id }) => id === filed.id)?.title).toBe(`'${hostile('title')}`);

  // The list, and what stands under the pointer on the map, of incidents and of sites.
  await go(`/map?from=${DAY}&to=${DAY}&at=${AT.longitude},${AT.latitude},12&layers=`);
  await isText('title');
  await page.locator('.leaflet-container').first().hover();
  await expect.poll(() => page.getByText(hostile('title')).count()).toBe(2);
  await isText('title');
  await go(`/map?from=2010-01-01&to=2010-01-02&at=${AT.longitude},${AT.latitude},12`);
  await page.getByTestId('map-site').first().hover();
  await isText('site');
  await page.getByTestId('map-site').first().click();
  await isText('site');

  // Search everywhere, whatever is searched for.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /^Search/ })
    .waitFor();
  await page.keyboard.type('onerror');
  await isText('title', 'site', 'route');
  await page.keyboard.type(' <img src=x onerror=hostile()>');
  await page.getByText('Search all text for “onerror <img src=x onerror=hostile()>”').waitFor();
  await go(`/incidents?q=${encodeURIComponent(hostile('asked'))}`);
  await isText('asked');
  await go(`/incidents?actor=${encodeURIComponent(hostile('asked actor'))}&site=${encodeURIComponent('<img src=x>')}`);
  await isText('asked actor');

  // Sites and routes, and what was changed of them.
  await go(`/sites?openSite=${site.id}`);
  await isText('site', 'kind', 'location', 'site notes', 'new operator', 'partner', 'unit', 'site publisher');
  await page.getByText('Versions', { exact: true }).click();
  await isText('site reason', 'operator');
  await go(`/sites?openSite=${route.id}`);
  await isText('route', 'route kind', 'route corridor');

  // The queue, the register of sources, the forms.
  await page.goto(`${server.url}/queue?queueOf=all&incident=${filed.id}`);
  await isText('title', 'comment');
  await page.goto(`${server.url}/sources`);
  await page.getByRole('textbox', { name: /^Find by/ }).fill('elsewhere.example');
  await isText('incident publisher', 'incident headline', 'site publisher', 'site headline');
  await page.getByRole('button', { name: hostile('incident publisher') }).click();
  await isText('title');
  const agency = page.getByRole('textbox', { name: 'Repeats the report of' });
  expect(await agency.inputValue()).toBe(hostile('incident agency'));
  for (const [path, name, field] of [
    [`/incidents/${filed.id}/edit`, /^Title/, 'title'],
    [`/sites/${site.id}/edit`, /^Name/, 'site'],
    [`/routes/${route.id}/edit`, /^Name/, 'route'],
  ] as const) {
    await page.goto(server.url + path);
    await expect.poll(() => page.getByRole('textbox', { name }).first().inputValue()).toBe(hostile(field));
    expect(await happened()).toEqual([]);
  }
});

async function csvOf(page: Page) {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  return readCsv(await readFile(await (await download).path(), 'utf8'));
}
