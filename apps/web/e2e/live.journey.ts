import { startThrowawayPostgres, type ThrowawayPostgres } from '@corridor/store/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { readTruth } from './support/truth-bar.ts';
import { changeIncident, fileIncident } from './support/write-records.ts';

const SOON = { timeout: PATIENCE_MS, interval: 20 };
/** What is filed stands at the head of the list. */
const TODAY = new Date().toISOString().slice(0, 10);
const READ = 'Shots at a survey team near Turbat';
const [FILED, CHANGED] = ['A bridge is mined', 'A bridge and a culvert are mined'];
const SCROLLED_PX = 1000;
const ROW_PX = 45;

/** Two processes on one PostgreSQL: the browser looks at one, and others write through the other. */
let postgres: ThrowawayPostgres;
let here: TestServer;
let there: TestServer;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  env = { ACCESS: 'login', DATABASE_URL: await postgres.createDatabase() };
  here = await startServer({ env });
});
afterAll(async () => {
  await there?.stop();
  await here?.stop();
  await postgres?.stop();
});

const dashboard = driveDashboard();
const list = (page: Page) => page.getByRole('listbox', { name: 'Incidents' });
const listed = (page: Page, title: string) => list(page).getByRole('option').filter({ hasText: title });
const matched = async (page: Page) => (await readTruth(page)).matched;
const sizeOfList = async (page: Page) =>
  Number(await list(page).getByRole('option').first().getAttribute('aria-setsize'));

const SCROLL = `document.querySelector('[role=listbox][aria-label=Incidents]')`;
const scrollTop = async (page: Page) => Number(await page.evaluate(`${SCROLL}.scrollTop`));
const scrollTo = (page: Page, top: number) => page.evaluate(`${SCROLL}.scrollTop = ${top}`);

/** How long something takes is told, not judged: the machine may be busy. */
async function timed(what: string, act: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  await act();
  console.info(`${what}: ${Math.round(performance.now() - begin)} ms`);
}

it('shows what was written through another process, without a reload and without moving what is being read', async () => {
  const page = await openAsFirstAdmin(dashboard, here);
  // Only now: before there is an admin, each start makes a new link for the first and the one before is void.
  there = await startServer({ env });
  const read = await fileIncident(page, here.url, READ, TODAY);
  await page.goto(`${here.url}/map?list=all&incident=${read.id}`);
  await figuresStand(page);
  const heading = page.getByRole('region', { name: 'The record' }).getByRole('heading', { name: READ });
  await heading.waitFor();
  await page.evaluate('window.isTheSamePage = true');
  const before = await matched(page);
  expect(await sizeOfList(page)).toBe(before);
  await scrollTo(page, SCROLLED_PX);
  await listed(page, READ).waitFor({ state: 'detached' });

  const filed = await fileIncident(page, there.url, FILED, TODAY);
  await timed('counted after a write through another process was answered', () =>
    expect.poll(() => matched(page), SOON).toBe(before + 1),
  );
  await expect.poll(() => sizeOfList(page), SOON).toBe(before + 1);
  // The row that came stands above what is read, which stays at its pixel.
  expect(await scrollTop(page)).toBe(SCROLLED_PX + ROW_PX);
  expect(await heading.isVisible()).toBe(true);

  await scrollTo(page, 0);
  await listed(page, FILED).waitFor();
  await changeIncident(page, there.url, filed, { title: CHANGED });
  await timed('listed under its new title after the change was answered', () => listed(page, CHANGED).waitFor());
  expect(await listed(page, FILED).count()).toBe(0);
  expect(await matched(page)).toBe(before + 1);
  expect(await heading.isVisible()).toBe(true);
  expect(await page.evaluate('window.isTheSamePage')).toBe(true);
});
