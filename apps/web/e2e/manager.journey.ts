import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { askSummary } from './support/ask-api.ts';
import { driveDashboard } from './support/dashboard.ts';
import { exportedFilter } from './support/page-filter.ts';

const MONTHS = 'Incidents per month, by type';
const PROVINCES = 'Incidents by province';
const TYPES = 'Incidents by type';
const PNG_SIGNATURE = '89504e470d0a1a0a';

const dashboard = driveDashboard();

it('compares the last twelve months with the twelve before, as the API does', async () => {
  const page = await dashboard.open('/trends');
  const { now, before } = await bothPeriods(page);
  const [is, was] = [await askSummary(now), await askSummary(before)];
  expect(is.matched).toBeGreaterThan(0);
  expect(was.matched).toBeGreaterThan(0);
  const figures = page.getByTestId('figures');
  for (const [label, value, earlier] of [
    ['Incidents', is.matched, was.matched],
    ['People killed', is.casualties.killed.best, was.casualties.killed.best],
    ['People wounded', is.casualties.wounded.best, was.casualties.wounded.best],
    ['Chinese nationals harmed', chineseHarmed(is), chineseHarmed(was)],
  ] as const) {
    const figure = figures.locator('> *').filter({ hasText: label });
    await figure.getByText(value.toLocaleString('en-GB'), { exact: true }).waitFor();
    await figure.getByText(`before ${earlier.toLocaleString('en-GB')}`).waitFor();
  }

  await expectComparison(page, PROVINCES, 'province', now, before);
  await page.getByText('By type', { exact: true }).click();
  await expectComparison(page, TYPES, 'type', now, before);
});

it('draws every month by type, saves the picture and shows its numbers', async () => {
  const page = await dashboard.open('/trends');
  const chart = page.getByRole('region', { name: MONTHS, exact: true });
  await chart.locator('.recharts-bar-rectangle').first().waitFor();
  expect(await savedPng(page, chart)).toBeGreaterThan(10_000);

  await chart.getByRole('button', { name: `Show as table: ${MONTHS}` }).click();
  const [head = []] = await readCells(chart.locator('thead tr'));
  const rows = await readRows(chart);
  const withoutPeriod = new URLSearchParams(await exportedFilter(page));
  withoutPeriod.delete('from');
  withoutPeriod.delete('to');
  const { starts, series } = (await askSummary(`${withoutPeriod}&unit=month&stackBy=type`)).timeline;
  const types = head.slice(1, -1);
  expect(types).toHaveLength(5);
  const expected = starts.map((_, month) => {
    const counts = types.map((type) => series.find(({ key }) => key === type)?.counts[month] ?? 0);
    return [...counts, counts.reduce((sum, count) => sum + count, 0)].map(String);
  });
  expect(rows.map(([, ...numbers]) => numbers)).toEqual(expected.reverse());
});

/** The table of a chart holds now, before and change as the API counts them. */
async function expectComparison(
  page: Page,
  title: string,
  dimension: string,
  now: string,
  before: string,
): Promise<void> {
  const chart = page.getByRole('region', { name: title, exact: true });
  await chart.getByRole('button', { name: `Show as table: ${title}` }).click();
  const rows = await readRows(chart);
  const [counts, countsBefore] = [await countBy(dimension, now), await countBy(dimension, before)];
  const expected = [...new Set([...counts.keys(), ...countsBefore.keys()])].map((name) => {
    const [count, earlier] = [counts.get(name) ?? 0, countsBefore.get(name) ?? 0];
    return [count, earlier, count - earlier].map(String);
  });
  expect(rows.map(([, ...numbers]) => numbers).sort()).toEqual(expected.sort());
}

/** The period that the page shows, and the same one a year earlier. */
async function bothPeriods(page: Page): Promise<{ readonly now: string; readonly before: string }> {
  const now = await exportedFilter(page);
  const before = new URLSearchParams(now);
  const [from = '', to = ''] = [before.get('from'), before.get('to')].map((day) => day ?? '');
  const dayBeforeFrom = new Date(Date.parse(from) - 24 * 3600 * 1000).toISOString().slice(0, 10);
  before.set('from', aYearEarlier(from));
  before.set('to', dayBeforeFrom);
  expect(dayBeforeFrom).toBe(aYearEarlier(to));
  return { now, before: before.toString() };
}

const aYearEarlier = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

function chineseHarmed({ casualties }: Awaited<ReturnType<typeof askSummary>>): number {
  return casualties.chineseKilled.best + casualties.chineseWounded.best;
}

/** Groups leave their own filter out, so the values that the query does not choose are left out here. */
async function countBy(dimension: string, query: string): Promise<ReadonlyMap<string | null, number>> {
  const groups = (await askSummary(`${query}&group=${dimension}`)).groups[dimension] ?? [];
  const chosen = new URLSearchParams(query).getAll(dimension);
  const isChosen = (key: string | null) => chosen.length === 0 || (key !== null && chosen.includes(key));
  return new Map(groups.filter(({ key, count }) => count > 0 && isChosen(key)).map(({ key, count }) => [key, count]));
}

/** Saves the chart as PNG and returns the file's size. */
async function savedPng(page: Page, chart: Locator): Promise<number> {
  await chart.getByRole('button', { name: /^Download/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'PNG' }).click();
  const file = await readFile(await (await download).path());
  expect(file.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  return file.byteLength;
}

async function readRows(chart: Locator): Promise<string[][]> {
  await chart.locator('tbody tr').first().waitFor();
  return readCells(chart.locator('tbody tr'));
}

async function readCells(rows: Locator): Promise<string[][]> {
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allTextContents()));
}
