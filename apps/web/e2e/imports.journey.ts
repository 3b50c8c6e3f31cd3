import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { findLowControls } from './support/find-low-controls.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
const TABLE = readFileSync(join(import.meta.dirname, 'fixtures/partner-table.csv'));

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).press('Enter');
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer });
}

/** A file as UCDP exports it, of events on as many days; some megabytes of it, so that it comes in in several pieces. */
function aLargeFile(rows: number): Buffer {
  const columns = [
    'id,relid,code_status,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,where_prec',
    'where_coordinates,where_description,adm_1,adm_2,latitude,longitude,country,event_clarity,date_prec,date_start,date_end',
    'deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnob',
  ].join(',');
  const article = `Wire, ${'long ago '.repeat(40)}`;
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
    const who = 'Clear,1,,Army - Group,Government of Pakistan,BLA';
    const where = '1,Turbat,,Balochistan,,26.0,63.05,Pakistan';
    return `${500_000 + index},,${who},"${article}",${where},1,1,${day},${day},1,3,0,0,4,5,4,`;
  });
  return Buffer.from([columns, ...lines, ''].join('\n'));
}

/** Whether the whole of it can be seen without scrolling. */
async function isInWindow(part: Locator): Promise<boolean> {
  const box = await part.boundingBox();
  const height = part.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

/** Records that count. */
async function countOf(page: Page): Promise<unknown> {
  const data = { filter: {}, page: { sort: { by: 'date', descending: true }, offset: 0, limit: 1 } };
  const answer = await page.request.post(`${server.url}/v1/query`, { data, headers: { Origin: server.url } });
  if (!answer.ok()) throw new Error(`${answer.status()}: ${await answer.text()}`);
  return (await answer.json()).page.total;
}

/** Shows it on a phone, light and dark, and gives the window back. */
async function standsOnAPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

it('reads a partner’s table by a corrected mapping, reports, commits and undoes it, and knows the mapping again', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.getByRole('button', { name: /: account of / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Import files' }).press('Enter');
  await page.getByText('Nothing was imported here yet.').waitFor();
  await choose(page, 'partner-table.csv', TABLE);

  // The guess is shown with values, and what it lacks is said; it is corrected column by column and word by word.
  const form = page.getByRole('form', { name: 'What the columns of partner-table.csv hold' });
  await form.getByRole('cell', { name: 'Turbat · Gwadar' }).waitFor();
  expect(await form.getByRole('combobox', { name: 'What column Town holds' }).inputValue()).toBe('place');
  await form.getByRole('button', { name: 'Save and upload' }).press('Enter');
  await form.getByText('is needed', { exact: true }).waitFor();
  await form.getByRole('combobox', { name: 'What column Hurt holds' }).selectOption('Wounded');
  await form.getByRole('combobox', { name: 'Dates in figures are written' }).selectOption('day, month, year');
  await form.getByRole('combobox', { name: 'Meaning of Firing' }).selectOption('Armed clash');
  await form.getByRole('combobox', { name: 'Class of the target' }).selectOption('Security forces');
  await form.getByRole('combobox', { name: 'Precision of the place' }).selectOption('known only to its district');
  await form.getByRole('textbox', { name: 'Licence of the rows' }).fill('CC BY 4.0');
  await form.getByRole('textbox', { name: 'Name of the mapping' }).fill('Partner');
  await standsOnAPhone(page);
  await form.getByRole('button', { name: 'Save and upload' }).press('Enter');

  // The report: figures that filter the issues, each with row, column, value and what is allowed.
  await page.getByText('Nothing of it is in the record yet.').waitFor();
  const address = page.url();
  expect(address).toMatch(/\/imports\/\d+/);
  const figures = page.getByRole('list', { name: /Records of the file/ });
  await figures.getByText('2', { exact: true }).first().waitFor();
  await figures.getByRole('button', { name: /Rejected/ }).press('Enter');
  const rejected = page.getByRole('row').filter({ hasText: '31/02/2034' });
  await rejected.getByText(/^Must be an existing date/).waitFor();
  expect(await isInWindow(rejected)).toBe(true);
  expect(await rejected.getByRole('rowheader').textContent()).toBe('4');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All issues as CSV' }).press('Enter');
  expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('rejected,4,Date,31/02/2034,');
  await standsOnAPhone(page);

  // A reload comes back to it; then it is committed, and undone.
  await page.reload();
  await page.getByRole('button', { name: 'Commit 2 records' }).press('Enter');
  await page.getByText('2 records are in.').waitFor();
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: 'Undo the import' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('What it brought is taken back.').waitFor();

  // The list has it, and the mapping serves again.
  await page.getByRole('link', { name: 'All imports' }).press('Enter');
  await page.getByRole('row', { name: /partner-table\.csv.*Undone/ }).waitFor();
  await choose(page, 'next.csv', TABLE);
  const next = page.getByRole('form', { name: 'What the columns of next.csv hold' });
  await next.getByRole('combobox', { name: 'Use a saved mapping' }).selectOption('Partner');
  expect(await next.getByRole('textbox', { name: 'Licence of the rows' }).inputValue()).toBe('CC BY 4.0');
  await next.getByRole('button', { name: 'Save and upload' }).press('Enter');
  await page.getByRole('button', { name: 'Commit 2 records' }).waitFor();
  await page.getByRole('button', { name: 'Give it up' }).press('Enter');
  await page.getByText('Cancelled').waitFor();

  // A mapping that is not wanted any more is deleted.
  await page.getByRole('link', { name: 'All imports' }).press('Enter');
  await page.getByRole('button', { name: 'Delete the mapping “Partner”' }).press('Enter');
  expect(await findViolations(page)).toEqual([]);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .press('Enter');
  await page.getByRole('heading', { name: 'Saved mappings' }).waitFor({ state: 'detached' });
});

it('leads from a report whose rows are all refused to its mapping, as it was saved', async () => {
  const page = await openSignedIn(dashboard, server, '/imports');
  await choose(page, 'by-number.csv', TABLE);
  const form = page.getByRole('form', { name: 'What the columns of by-number.csv hold' });
  await form.getByRole('combobox', { name: 'What column Date holds' }).selectOption('nothing that is taken');
  await form.getByRole('combobox', { name: 'What column Ref holds' }).selectOption('Date');
  await form.getByRole('combobox', { name: 'Dates in figures are written' }).selectOption('day, month, year');
  await form.getByRole('combobox', { name: 'Meaning of Firing' }).selectOption('Armed clash');
  await form.getByRole('textbox', { name: 'Licence of the rows' }).fill('CC BY 4.0');
  await form.getByRole('textbox', { name: 'Name of the mapping' }).fill('By number');
  await form.getByRole('button', { name: 'Save and upload' }).press('Enter');

  await page.getByText('There is nothing in it to commit.').waitFor();
  await standsOnAPhone(page);
  await page.getByRole('link', { name: 'Correct the mapping' }).press('Enter');
  await page.getByText('The mapping “By number” is taken up as it was saved, for the same file').waitFor();
  await form.getByRole('combobox', { name: 'Use a saved mapping' }).waitFor();
  // After a reload the page has the file no more, and asks for it.
  await page.reload();
  await page.getByText('Choose by-number.csv again: the mapping “By number” is taken up as it was saved').waitFor();
  await choose(page, 'by-number.csv', TABLE);
  await form.getByRole('combobox', { name: 'Use a saved mapping' }).waitFor();
  expect(await form.getByRole('combobox', { name: 'Use a saved mapping' }).inputValue()).toBe('=By number');
  expect(await form.getByRole('textbox', { name: 'Licence of the rows' }).inputValue()).toBe('CC BY 4.0');
  expect(await form.getByRole('combobox', { name: 'Meaning of Firing' }).inputValue()).toBe('Armed clash');
  await standsOnAPhone(page);
  await form.getByRole('combobox', { name: 'What column Ref holds' }).selectOption('nothing that is taken');
  await form.getByRole('combobox', { name: 'What column Date holds' }).selectOption('Date');
  await form.getByRole('button', { name: 'Save and upload' }).press('Enter');
  await page.getByRole('button', { name: 'Commit 2 records' }).waitFor();
  await page.getByRole('button', { name: 'Give it up' }).press('Enter');
  await page.getByText('Cancelled').waitFor();
});

it('tells how far a large import is, and leaves nothing of one that is stopped midway', async () => {
  const page = await openSignedIn(dashboard, server, '/imports');
  const before = await countOf(page);
  await choose(page, 'large.csv', aLargeFile(12_000));
  await page.getByRole('button', { name: /^Commit 1[12],\d{3} records$/ }).press('Enter');
  await page.getByText(/[\d,]+ rows, \d+ % of the file/).waitFor();
  await page.getByRole('button', { name: 'Cancel, and take back what is in' }).press('Enter');
  await page.getByText('Nothing of it is in the record.').waitFor();
  expect(await page.getByRole('list', { name: /Records of the file/ }).count()).toBe(0);
  // The table that counts follows the record a moment later.
  await expect.poll(() => countOf(page), { timeout: PATIENCE_MS }).toBe(before);
});

it('takes several files at once, each told by itself, and says in words what cannot be read', async () => {
  const page = await openSignedIn(dashboard, server, '/imports', /status of 40[01]/);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const ucdp = readFileSync(join(import.meta.dirname, '../../../packages/importers/src/ucdp/fixtures/ucdp.csv'));
  await (await choosing).setFiles([
    { name: 'ucdp.csv', mimeType: 'text/csv', buffer: ucdp },
    { name: 'picture.csv', mimeType: 'text/csv', buffer: Buffer.from([0, 1, 2, 3]) },
  ]);
  const files = page.getByRole('list', { name: 'Chosen files' }).getByRole('listitem');
  await files.first().getByText('It is UCDP GED.').waitFor();
  await files
    .last()
    .getByText(/It cannot be imported: .*no CSV or XLSX table/)
    .waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findLowControls(page.getByRole('main'))).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await files.first().getByRole('link').click();
  await page.getByText('Nothing of it is in the record yet.').waitFor();
  const commit = page.getByRole('button', { name: /^Commit \d+ records$/ });
  await commit.waitFor();
  expect(await commit.count()).toBe(1);
});

it('shows what a source deleted, retracts it and brings it back', async () => {
  const page = await openSignedIn(dashboard, server, '/imports', /status of 40[01]/);
  const columns = [
    ...['event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,inter2,country,admin1,admin2'],
    ...['location,latitude,longitude,geo_precision,notes,fatalities,deleted_timestamp'],
  ];
  const event =
    'PAK1,2034-03-02,1,Battles,Armed clash,Rebels,Army,State forces,Pakistan,Balochistan,,Turbat,26.0,63.05,2,,1,';
  const file = (row: string) => Buffer.from(`${columns.join(',')}\n${row}\n`);
  await choose(page, 'acled.csv', file(event));
  const figures = page.getByRole('list', { name: /Records of the file/ });
  await page.getByRole('button', { name: 'Commit 1 record' }).press('Enter');
  await page.getByText('1 record is in.').waitFor();
  expect(await figures.getByText('Deleted').count()).toBe(0);

  await page.getByRole('link', { name: 'All imports' }).press('Enter');
  await choose(page, 'deleted.csv', file(`PAK1${','.repeat(17)}1729000000`));
  await figures.getByRole('button', { name: /1 Deleted at the source/ }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'acled-pak1' });
  await row.getByText('was deleted at the source (acled) and is retracted').waitFor();
  await standsOnAPhone(page);
  await page.getByRole('button', { name: 'Commit 1 record' }).press('Enter');
  await page.getByText('1 record is in.').waitFor();
  await page.getByRole('button', { name: 'Undo the import' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('What it brought is taken back.').waitFor();
});

it('takes back a large import, tells how far it is, and leads to the record that somebody changed since', async () => {
  const page = await openSignedIn(dashboard, server, '/imports');
  await choose(page, 'long.csv', aLargeFile(3000));
  await page.getByRole('button', { name: /^Commit [23],\d{3} records$/ }).press('Enter');
  await page.getByText(/[23],\d{3} records are in\./).waitFor();
  const address = `${server.url}/v1/incidents/ucdp-500001`;
  const { version } = await (await page.request.get(address)).json();
  const headers = { Origin: server.url, 'If-Match': `"${version}"` };
  const data = { reason: 'Named by the hospital', changes: { title: 'Clash near Turbat' } };
  expect((await page.request.patch(address, { data, headers })).status()).toBe(200);

  await page.getByRole('button', { name: 'Undo the import' }).press('Enter');
  await page.getByText(/^[23],\d{3} records are taken back: /).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText(/^[\d,]+ of [23],\d{3} records taken back/).waitFor();
  await page.getByText('1 record that people had changed since was left alone.').waitFor();
  await page.getByRole('button', { name: 'Show them in the list' }).press('Enter');
  const kept = page.getByRole('row').filter({ hasText: 'Left alone' });
  await expect.poll(() => kept.count()).toBe(1);
  await standsOnAPhone(page);
  await kept.getByRole('link', { name: 'ucdp-500001' }).press('Enter');
  await page.getByRole('region', { name: 'The record' }).getByRole('heading', { name: 'Clash near Turbat' }).waitFor();
});

it('shows issues before the map, ten of them at first', async () => {
  const page = await openSignedIn(dashboard, server, '/imports');
  const [sound = ''] = aLargeFile(1).toString().split('\n').slice(1);
  const faulty = aLargeFile(12).toString().replaceAll(',1,1,1990', ',1,7,1990');
  await choose(page, 'faulty.csv', Buffer.from(`${faulty}${sound.replace('500000', '700000')}\n`));
  const table = page.getByRole('table', { name: /^Issues/ });
  await page.getByText('Nothing of it is in the record yet.').waitFor();
  expect(await table.getByText('Must be one of: 1, 2, 3, 4, 5.').count()).toBe(10);
  await page.getByRole('heading', { name: 'Where the records would be' }).waitFor();
  const order = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(order.slice(-2)).toEqual(['Issues', 'Where the records would be']);
  await page.getByRole('button', { name: 'Show 2 more' }).press('Enter');
  expect(await table.getByText('Must be one of: 1, 2, 3, 4, 5.').count()).toBe(12);
});
