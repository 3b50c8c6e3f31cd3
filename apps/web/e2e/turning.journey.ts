import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard, figuresStand } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin, openSignedIn } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

/** A tablet held upright and across: the open record is a sheet over the page, and a part of it. */
const UPRIGHT = { width: 834, height: 1112 };
const ACROSS = { width: 1112, height: 834 };

/** A large tablet: the facets are a drawer, and a part of the page. */
const LARGE_UPRIGHT = { width: 1024, height: 1366 };
const LARGE_ACROSS = { width: 1366, height: 1024 };

/** A phone held upright and across: rows of incidents are a list and a table, the editor of a filter is a sheet and stands at its chip. */
const PHONE = { width: 390, height: 844 };
const PHONE_ACROSS = { width: 844, height: 390 };

/** Longer than the map waits before it writes where it is into the address. */
const SETTLED_MS = 1_000;

const RECORD = '2024-10-06-karachi-airport';
const SAID = 'The hospital counts two more.';
const record = (page: Page) => page.getByLabel('The record');
const sheet = (page: Page) => page.getByRole('dialog', { name: 'The record' });
const comment = (page: Page) => record(page).getByRole('textbox', { name: 'Comment' });
const focused = (page: Page) => page.locator(':focus');
const hasFocus = (page: Page, label: string) =>
  expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label") ?? ""')).toBe(label);

/** Turned upright and back, what is typed is there, and the keyboard goes on in it. */
async function turns(page: Page): Promise<void> {
  await page.setViewportSize(UPRIGHT);
  await sheet(page).waitFor();
  expect(await comment(page).inputValue()).toBe(SAID);
  await hasFocus(page, 'Comment');
  await page.keyboard.type('!');
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize(ACROSS);
  await sheet(page).waitFor({ state: 'detached' });
  expect(await comment(page).inputValue()).toBe(`${SAID}!`);
  await hasFocus(page, 'Comment');
}

it('keeps what is typed over the map and the list when a tablet is turned', async () => {
  const page = await openAsFirstAdmin(dashboard, server);
  await page.setViewportSize(ACROSS);
  for (const path of ['/', '/incidents', '/queue']) {
    await page.goto(`${server.url}${path}?incident=${RECORD}`);
    await comment(page).fill(SAID);
    await turns(page);
  }
  // Upright it closes as a sheet does, and opens anew with an empty field.
  await page.setViewportSize(UPRIGHT);
  await comment(page).fill('');
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'detached' });
});

it('keeps a dialog over the record', async () => {
  const page = await openSignedIn(dashboard, server, `/incidents?incident=${RECORD}`);
  await page.setViewportSize(ACROSS);
  await figuresStand(page);
  await page.getByRole('button', { name: 'Change status' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /status/i });
  const reason = dialog.getByRole('textbox', { name: 'Why' });
  await reason.fill(SAID);
  await page.setViewportSize(UPRIGHT);
  await sheet(page).waitFor();
  expect(await reason.inputValue()).toBe(SAID);
  // The dialog stays before the sheet, and has the keyboard.
  await page.keyboard.type('!');
  await reason.click();
  await page.setViewportSize(ACROSS);
  await sheet(page).waitFor({ state: 'detached' });
  expect(await reason.inputValue()).toBe(`${SAID}!`);
});

it('keeps what is typed to change or to merge the chosen records when a phone is turned', async () => {
  const page = await openSignedIn(dashboard, server, '/incidents');
  await page.setViewportSize(PHONE_ACROSS);
  await figuresStand(page);
  for (const index of [1, 2])
    await page
      .getByRole('checkbox', { name: /^Choose / })
      .nth(index)
      .click();
  await page.getByText('2 chosen').waitFor();
  for (const [action, why] of [
    ['Change…', 'Why they are changed'],
    ['Merge…', 'Why'],
  ] as const) {
    await page.getByRole('button', { name: action }).press('Enter');
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByRole('textbox', { name: why, exact: true });
    await reason.fill(SAID);
    for (const size of [PHONE, PHONE_ACROSS]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(SETTLED_MS);
      expect(await reason.inputValue()).toBe(SAID);
      await reason.and(focused(page)).waitFor();
      expect(await findViolations(page)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.getByText('2 chosen').waitFor();
});

it('keeps what is typed into the editor of a filter and is not applied yet', async () => {
  const page = await openSignedIn(dashboard, server, '/incidents');
  await page.setViewportSize(PHONE_ACROSS);
  await figuresStand(page);
  await page.getByRole('button', { name: 'Add filter' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Area' }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Area' });
  const area = editor.getByRole('textbox', { name: 'Box, circle or polygon as text' });
  await area.fill('circle:66.97,24.81');
  for (const size of [PHONE, PHONE_ACROSS]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(SETTLED_MS);
    await area.and(focused(page)).waitFor();
    await page.keyboard.type(',5');
    expect(await findViolations(page)).toEqual([]);
  }
  expect(await area.inputValue()).toBe('circle:66.97,24.81,5,5');
  // Escape closes it in both, and it begins anew.
  for (const size of [PHONE_ACROSS, PHONE]) {
    await page.setViewportSize(size);
    await area.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add filter' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Area' }).press('Enter');
    expect(await area.inputValue()).toBe('');
  }
});

it('keeps what is searched for in the values of a facet where the rail gives way to the drawer, and back', async () => {
  const page = await openSignedIn(dashboard, server, '/');
  await page.setViewportSize(LARGE_ACROSS);
  await figuresStand(page);
  const rail = page.getByRole('complementary', { name: 'Filters' });
  const drawer = page.getByRole('dialog', { name: 'Filters' });
  const openDrawer = () => page.getByRole('button', { name: /^Filters, / }).press('Enter');
  const near = (facets: Locator) => facets.getByRole('group', { name: 'Near a site or route' });
  const search = (facets: Locator) => near(facets).getByRole('textbox', { name: 'Search in Near a site or route' });
  await near(rail)
    .getByRole('button', { name: /^\d+ more$/ })
    .press('Enter');
  await search(rail).fill('Gwadar P');
  await page.setViewportSize(LARGE_UPRIGHT);
  await openDrawer();
  expect(await search(drawer).inputValue()).toBe('Gwadar P');
  await near(drawer)
    .getByRole('checkbox', { name: /^Gwadar Port/ })
    .first()
    .waitFor();
  expect(
    await near(drawer)
      .getByRole('checkbox', { name: /^Quetta/ })
      .count(),
  ).toBe(0);
  // The keyboard goes on in it where the drawer is open.
  await search(drawer).press('End');
  await page.keyboard.type('o');
  await page.setViewportSize(LARGE_ACROSS);
  await search(rail).and(focused(page)).waitFor();
  await page.keyboard.type('r');
  expect(await search(rail).inputValue()).toBe('Gwadar Por');
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize(LARGE_UPRIGHT);
  await openDrawer();
  expect(await search(drawer).inputValue()).toBe('Gwadar Por');
});

it('keeps the name of a view that is not saved yet', async () => {
  const page = await openSignedIn(dashboard, server, '/incidents');
  await page.setViewportSize(PHONE_ACROSS);
  await figuresStand(page);
  await page.getByRole('button', { name: 'Save view' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name of this view' });
  await name.fill('Port road');
  for (const size of [PHONE, PHONE_ACROSS]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(SETTLED_MS);
    await page.keyboard.type('!');
    expect(await findViolations(page)).toEqual([]);
  }
  expect(await name.inputValue()).toBe('Port road!!');
});

it('shows the same country after turning, until its reader moves the map, and then the same middle', async () => {
  const page = await openSignedIn(dashboard, server, '/');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/`);
  await page.getByText('461 in view').waitFor();
  for (const size of [PHONE, UPRIGHT, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(SETTLED_MS);
    expect(await page.getByText(/^\d+ in view/).textContent()).toMatch(/^461 in view/);
  }
  expect(new URL(page.url()).searchParams.has('at')).toBe(false);
  await page.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await page.waitForURL(/[?&]at=/);
  await page.waitForTimeout(SETTLED_MS);
  const moved = placeIn(page);
  await page.setViewportSize(PHONE);
  await page.waitForTimeout(SETTLED_MS);
  // Half a pixel of this zoom, since a map's corner stands on a whole one.
  for (const [index, degrees] of placeIn(page).entries()) expect(degrees).toBeCloseTo(moved[index] ?? Number.NaN, 1);
});

/** Longitude, latitude and zoom in the address. */
function placeIn(page: Page): number[] {
  return (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
}
