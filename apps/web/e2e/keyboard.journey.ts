import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { askIncidents } from './support/ask-api.ts';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { addressOf } from './support/page-filter.ts';

const dashboard = driveDashboard();

it('opens an incident from the search that Ctrl K opens', async () => {
  const page = await dashboard.open('/trends');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByRole('textbox', { name: /^Search/ });
  await field.waitFor();
  await page.keyboard.type('karachi airport port qasim');
  const found = page.getByRole('dialog').getByRole('button', { name: /Port Qasim power plant convoy/ });
  await found.waitFor();
  await pressUntil(page, 'ArrowDown', found.and(page.locator('[data-selected]')));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/map?**incident=2024-10-06-karachi-airport**');
  await page
    .getByRole('region', { name: 'The record' })
    .getByRole('heading', { name: /Karachi airport/ })
    .waitFor();
});

it('filters with Add filter', async () => {
  const page = await dashboard.open('/incidents');
  await tabTo(page, page.getByRole('button', { name: 'Add filter' }));
  await page.keyboard.press('Enter');
  await stepTo(page, page.getByRole('menuitem', { name: 'Province and district' }));
  await page.keyboard.press('Enter');
  await page.getByTestId('filter-editor').waitFor();
  await tabTo(page, page.getByTestId('filter-editor').getByRole('checkbox', { name: /^Balochistan/ }));
  await page.keyboard.press('Space');
  await expect.poll(() => addressOf(page).getAll('province'), { timeout: PATIENCE_MS }).toEqual(['Balochistan']);
  await page.keyboard.press('Escape');
  await page.getByTestId('filter-editor').waitFor({ state: 'detached' });
});

it('moves through the table with the arrows, opens a record and closes it', async () => {
  const page = await dashboard.open('/incidents?district=Gwadar');
  const { items } = await askIncidents('district=Gwadar&limit=4');
  const record = page.getByRole('region', { name: 'The record' });
  const opened = (index: number) => record.getByRole('heading', { name: items[index]?.title ?? '', exact: true });
  await tabTo(page, page.getByRole('grid', { name: 'Incident table' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await opened(1).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await opened(3).waitFor();
  expect(addressOf(page).get('incident')).toBe(items[3]?.id);
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'detached' });
  expect(addressOf(page).get('incident')).toBeNull();
  await figuresStand(page);
});

it('tells the keys to whoever asks, in a narrow window too, and as they are on a Mac', async () => {
  const page = await dashboard.open('/incidents');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog').getByRole('textbox', { name: /^Search/ });
  await search.waitFor();
  await page.keyboard.type('who?');
  expect(await search.inputValue()).toBe('who?');
  expect(await help.count()).toBe(0);
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });

  await page.keyboard.press('?');
  const here = help.getByRole('table', { name: 'On this page: Incidents' });
  await here.getByRole('row', { name: /Next row, the one before/ }).waitFor();
  await help.getByRole('row', { name: 'Ctrl K Searches incidents, places, sites' }).waitFor();
  // Nobody is signed in: what nobody may do has no key.
  expect(await help.getByText('Files a new incident').count()).toBe(0);
  expect(await help.getByText('Review queue').count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });

  const narrow = await dashboard.open('/map', {
    viewport: { width: 390, height: 844 },
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
  });
  await narrow.getByRole('button', { name: 'Keys of this page' }).click();
  const keys = narrow.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('row', { name: '⌘K Searches incidents, places, sites' }).waitFor();
  expect(await findViolations(narrow)).toEqual([]);
  expect(await narrow.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

/** Presses Tab until an element has the focus: a reader without a mouse has no other way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await pressUntil(page, 'Tab', target.and(page.locator(':focus')));
}

async function stepTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await pressUntil(page, 'ArrowDown', target.and(page.locator(':focus')));
}

const MOST_STEPS = 80;

async function pressUntil(page: Page, key: string, reached: Locator): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS && (await reached.count()) === 0; steps++) await page.keyboard.press(key);
  expect(await reached.count()).toBe(1);
}
