import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
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

const detailSchema = z.object({ id: z.string(), version: z.number(), sources: z.array(z.unknown()) });
type Detail = z.infer<typeof detailSchema>;

/** What another program of the same person does. */
async function send(page: Page, method: string, path: string, body?: object, version?: number): Promise<unknown> {
  const init = JSON.stringify({
    method,
    headers: { 'Content-Type': 'application/json', ...(version && { 'If-Match': `"${version}"` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return page.evaluate(`fetch('${path}', ${init}).then((response) => response.json())`);
}

const source = (host: string) => ({
  publisher: host,
  title: `Report of ${host}`,
  url: `https://${host}.example/report`,
  date: null,
  grade: null,
  basedOn: '',
});

async function fileIncident(page: Page): Promise<Detail> {
  const casualties = { killed: null, wounded: null, abducted: null, attackersKilled: null };
  return detailSchema.parse(
    await send(page, 'POST', '/v1/incidents', {
      ...{
        title: 'Shots at a survey team near Turbat',
        summary: '',
        eventType: 'Battles',
        subEventType: 'Armed clash',
      },
      ...{ occurred: { start: '2026-03-10', end: '2026-03-10', precision: 'day' }, actors: [], target: '' },
      ...{ targetType: 'convoy', casualties: { ...casualties, chineseKilled: null, chineseWounded: null }, claims: [] },
      place: { name: '', province: null, district: null, latitude: null, longitude: null, precision: 'country' },
      ...{ sources: [source('first')], grade: { reliability: 'B', credibility: '2' }, targetedSites: [] },
      ...{ projectSite: '', notes: '', summarisesDay: false },
    }),
  );
}

it('says what is missing for a status, shows who was quicker, and changes it when the rules let it', async () => {
  const page = await dashboard.open(firstAdminPath, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'Name' }).waitFor(),
    expectedErrors: /status of 401/,
  });
  await page.getByRole('textbox', { name: 'Name' }).fill(ANALYST.name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(ANALYST.password);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await figuresStand(page);
  const { id } = await fileIncident(page);
  await page.goto(`${server.url}/incidents?incident=${id}`);
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
  const changes = { sources: [source('first'), source('second')] };
  await send(page, 'PATCH', `/v1/incidents/${id}`, { reason: 'A second paper', changes }, 1);
  const notice = dialog.getByRole('alert');
  await notice.getByText(`Version 2: ${ANALYST.name}`).waitFor();
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
