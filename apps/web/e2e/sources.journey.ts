import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

/** A paper whose feed stands, and one whose server is broken until it is repaired. */
const paper = { isBroken: true };
let site: Server;
let folder: string;
let server: TestServer;
beforeAll(async () => {
  site = createServer(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(404).end();
    else if (url === '/broken.xml' && paper.isBroken) response.writeHead(500).end();
    else response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(EMPTY_FEED);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  folder = await mkdtemp(join(tmpdir(), 'corridor-sources-'));
  const source = (id: string, name: string, more: object) => ({
    ...{ id, name, kind: 'rss', address: `http://${host}/${id}.xml`, everyMinutes: 60, allowPrivate: true },
    ...more,
  });
  const sources = [
    source('quiet', 'Quiet Paper', {}),
    source('broken', 'Broken Paper', {}),
    source('off', 'Closed Paper', { enabled: false }),
  ];
  const file = join(folder, 'sources.json');
  await writeFile(file, JSON.stringify({ sources }));
  const rules = { ORIGIN_FRESHNESS: 'awaited-*=14/30' };
  server = await startServer({ env: { ACCESS: 'login', SOURCES_FILE: file, ...rules } });
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
  await new Promise((resolve) => site.close(resolve));
});

const EMPTY_FEED =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><link>http://x</link><description>d</description></channel></rss>';

const dashboard = driveDashboard();
const FAILED = /The last import failed \(.+\): the archive cannot be read/;

/** Hands in a workbook that is none, by a mapping that says what origin its rows are of. */
async function failToImport(page: Page): Promise<void> {
  const table = 'Date,Place,Province,What\n2035-02-01,Quetta,Balochistan,Armed clash\n';
  const post = async (method: 'POST' | 'PUT', path: string, data: string | object) => {
    const type = typeof data === 'string' ? 'application/octet-stream' : 'application/json';
    const headers = { Origin: server.url, 'Content-Type': type };
    const answer = await page.context().request.fetch(server.url + path, { method, headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer;
  };
  const guess = await (await post('POST', '/v1/import-mappings/guess?name=survey', table)).json();
  const everyRow = { targetType: 'security-forces', placePrecision: 'province', subEventType: 'Armed clash' };
  const survey = { ...guess.mapping, name: 'survey', origin: 'survey', licence: 'CC0', everyRow };
  await post('PUT', '/v1/import-mappings/survey', survey);
  await post('POST', '/v1/imports?name=survey.xlsx&mapping=survey', 'PK\u0003\u0004 is no workbook');
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

it('says how fresh each watched source is, why one fails, and has it looked at again', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.getByRole('button', { name: /: account of / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sources' }).press('Enter');

  // A failure is on the screen without a reload, by itself.
  await row(page, 'Broken Paper').getByText('Error', { exact: true }).waitFor();
  await row(page, 'Broken Paper')
    .getByText(/The last attempt failed: .*500\. Next attempt/)
    .first()
    .waitFor();
  await row(page, 'Quiet Paper').getByText('No data yet').waitFor();
  await row(page, 'Closed Paper').getByText('Disabled').waitFor();
  expect(await page.getByRole('button', { name: 'Check now: Closed Paper' }).isDisabled()).toBe(true);

  // The records’ own origins and the register stand below.
  const origins = page.getByRole('table', { name: /Origins of the records/ });
  await origins.getByText('stale after 31 days, very stale after 120 days').waitFor();
  // The portfolio was written just now, and its newest record is as old as its file.
  await origins.locator('[data-state=fresh], [data-state=stale], [data-state=very-stale]').waitFor();
  await origins.getByText(/^covers \w+ 2004 – /).waitFor();
  await page.getByRole('textbox', { name: 'Find by publisher, title or address' }).waitFor();

  // One that the operator’s rules await has no data; one whose import failed says why, and leads there.
  await row(page, 'awaited-*').getByText('No data yet').waitFor();
  await failToImport(page);
  await row(page, 'survey').getByText(FAILED).waitFor();
  await row(page, 'survey').getByText('Error', { exact: true }).waitFor();

  for (const [width, colorScheme] of [
    [390, 'light'],
    [390, 'dark'],
    [1440, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }

  paper.isBroken = false;
  await page.getByRole('button', { name: 'Check now: Broken Paper' }).press('Enter');
  await page.getByText('Broken Paper was looked at: No data yet.').waitFor({ timeout: PATIENCE_MS });
  await page.getByRole('link', { name: 'Import files' }).press('Enter');
  await page.getByRole('heading', { name: 'Import files', level: 2 }).waitFor();
  await page.goBack();
  await row(page, 'survey')
    .getByRole('link', { name: /^Import \d+$/ })
    .press('Enter');
  await page.getByText(/Nothing of it is in the record: the archive cannot be read/).waitFor();
});
