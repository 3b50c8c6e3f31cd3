import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';
import { fileIncident, retractIncident } from './support/write-records.ts';

const SOON = { timeout: PATIENCE_MS, interval: 20 };
const DAY_MS = 86_400_000;
const isoDaysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
/** What is filed stands at the head of a list that has the newest first, that of today above that of yesterday. */
const [TODAY, YESTERDAY] = [isoDaysAgo(0), isoDaysAgo(1)];
const ROWS_DOWN = 20;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();
const list = (page: Page) => page.getByRole('listbox', { name: 'Incidents' });
const record = (page: Page) => page.getByRole('region', { name: 'The record' });
const pill = (page: Page) => page.getByRole('button', { name: /new$/ });
const option = (page: Page, title: string) => list(page).getByRole('option').filter({ hasText: title });
const sizeOfList = async (page: Page) =>
  Number(await list(page).getByRole('option').first().getAttribute('aria-setsize'));

/** The title and the pixel of the topmost row that is wholly on the screen, in a list or a table. */
async function topRow(page: Page): Promise<{ readonly title: string; readonly y: number }> {
  const found: unknown = await page.evaluate(`(() => {
    const scroll = document.querySelector('[role=listbox][aria-label=Incidents], [role=grid]');
    const head = scroll.querySelector('[role=columnheader]')?.getBoundingClientRect();
    const edge = head ? head.bottom : scroll.getBoundingClientRect().top;
    const rows = [...scroll.querySelectorAll('[role=option], [role=row][aria-selected]')];
    const inOrder = rows.map((row) => ({ text: row.textContent, y: row.getBoundingClientRect().top }));
    const [top] = inOrder.filter(({ y }) => y >= edge - 1).sort((a, b) => a.y - b.y);
    return [top.text, top.y];
  })()`);
  if (!Array.isArray(found)) throw new Error('Expected a row');
  return { title: String(found[0]), y: Number(found[1]) };
}

/** Notes in each frame where a row is, until the answer is called: it gives all pixels that were noted. */
async function watchRow(page: Page, title: string): Promise<() => Promise<readonly unknown[]>> {
  await page.evaluate(`(() => {
    window.pixels = new Set();
    const note = () => {
      const rows = [...document.querySelectorAll('[role=option], [role=row][aria-selected]')];
      const row = rows.find(({ textContent }) => textContent === ${JSON.stringify(title)});
      window.pixels.add(row ? Math.round(row.getBoundingClientRect().top) : 'gone');
      window.noting = requestAnimationFrame(note);
    };
    note();
  })()`);
  return async () => {
    const pixels: unknown = await page.evaluate(`(() => {
      cancelAnimationFrame(window.noting);
      return [...window.pixels];
    })()`);
    return Array.isArray(pixels) ? pixels : [];
  };
}

const scrollBy = (page: Page, px: number) =>
  page.evaluate(`document.querySelector('[role=listbox][aria-label=Incidents], [role=grid]').scrollTop += ${px}`);

it('keeps what is read in its place while others write, says what is new and leads there', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  const file = (title: string, more?: object) => fileIncident(page, server.url, title, YESTERDAY, more);
  const read = await fileIncident(page, server.url, 'Shots at a survey team', '2020-02-02');
  const doubtful = await file('A blast that nobody else heard of');
  await page.goto(`${server.url}/map?list=all&type=Battles&type=Explosions/Remote violence&incident=${read.id}`);
  await figuresStand(page);
  await record(page).getByRole('heading', { name: read.title }).waitFor();
  await option(page, read.title).waitFor();
  const comment = record(page).getByRole('textbox', { name: 'Comment' });
  await comment.fill('Half a thou');
  const recordTop = async () => Number((await comment.boundingBox())?.y);
  const before = { size: await sizeOfList(page), top: await topRow(page), record: await recordTop() };
  const pixels = await watchRow(page, before.top.title);

  for (const title of ['New on the first', 'New on the second', 'New on the third']) await file(title);
  await file('A march', { eventType: 'Protests', subEventType: 'Peaceful protest' });
  await expect.poll(() => sizeOfList(page), SOON).toBe(before.size + 3);
  await page.getByRole('button', { name: '3 new', exact: true }).waitFor();
  await retractIncident(page, server.url, doubtful);
  await expect.poll(() => sizeOfList(page), SOON).toBe(before.size + 2);
  expect(await pixels()).toEqual([Math.round(before.top.y)]);
  expect(await topRow(page)).toEqual(before.top);
  expect([await comment.inputValue(), await recordTop()]).toEqual(['Half a thou', before.record]);
  expect(await pill(page).textContent()).toBe('3 new');
  expect(await findViolations(page)).toEqual([]);

  await pill(page).press('Enter');
  await option(page, 'New on the first').waitFor();
  expect(await page.evaluate(`document.querySelector('[role=listbox][aria-label=Incidents]').scrollTop`)).toBe(0);
  await expect.poll(() => pill(page).count(), SOON).toBe(0);
  expect(await page.locator('[role=option][data-new]').count()).toBe(3);
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('listbox');
  expect([await comment.inputValue(), await record(page).getByRole('heading', { name: read.title }).count()]).toEqual([
    'Half a thou',
    1,
  ]);
});

it('keeps the table in its place at its top, far down and in any order', async () => {
  const page = await dashboard.open('/map', {
    serverUrl: server.url,
    expectedErrors: /status of 401/,
    untilReady: signIn,
  });
  const file = (title: string, more?: object) => fileIncident(page, server.url, title, TODAY, more);
  await page.goto(`${server.url}/incidents`);
  await figuresStand(page);
  await page.getByRole('row').nth(5).waitFor();
  const atTop = await topRow(page);
  const topPixels = await watchRow(page, atTop.title);
  const above = await file('Above all that was there');
  await page.getByRole('button', { name: '1 new', exact: true }).waitFor();
  expect(await topPixels()).toEqual([Math.round(atTop.y)]);
  // Reading past it is as good as pressing.
  await scrollBy(page, -10_000);
  await page.getByRole('row').filter({ hasText: above.title }).waitFor();
  await expect.poll(() => pill(page).count(), SOON).toBe(0);

  // Deadliest first: what comes falls into the middle, and is gone to from where the reader is.
  await page.goto(`${server.url}/incidents?sort=-killed`);
  await figuresStand(page);
  await page.getByRole('row').nth(5).waitFor();
  await scrollBy(page, ROWS_DOWN * 30);
  const deep = await topRow(page);
  const deepPixels = await watchRow(page, deep.title);
  const toll = (killed: number) => ({ killed: { low: killed, best: killed, high: killed } });
  const none = { wounded: null, abducted: null, attackersKilled: null, chineseKilled: null, chineseWounded: null };
  const deadliest = await file('The deadliest of all', { casualties: { ...none, ...toll(900) } });
  await file('One whose toll is not known');
  await page.getByRole('button', { name: '2 new', exact: true }).waitFor();
  expect(await deepPixels()).toEqual([Math.round(deep.y)]);
  await pill(page).click();
  await page.getByRole('row').filter({ hasText: deadliest.title }).waitFor();
  await page.getByRole('button', { name: '1 new', exact: true }).waitFor();
  expect(await findViolations(page)).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('amina@example.org');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('seven green lanterns drift');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await figuresStand(page);
}
