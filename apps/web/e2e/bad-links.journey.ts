import { expect, it } from 'vitest';
import { askSummary } from './support/ask-api.ts';
import { driveDashboard } from './support/dashboard.ts';
import { readTruth } from './support/truth-bar.ts';

const dashboard = driveDashboard();

it('names the parts of a link that it does not understand, and keeps to the others', async () => {
  const page = await dashboard.open('/map?type=Bogus&from=2024-13-01&province=Balochistan');
  const notice = page.getByRole('alert').filter({ hasText: 'not understood' });
  await notice.waitFor();
  const text = await notice.textContent();
  expect(text).toContain('type is one of');
  expect(text).toContain('from is an existing date');
  expect(text).not.toContain('province');
  const { matched } = await askSummary('province=Balochistan');
  expect((await readTruth(page)).matched).toBe(matched);
});

it('says that there is no such page, and leads back to the map', async () => {
  const page = await dashboard.open('/nowhere');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Open the map' }).click();
  await page.waitForURL('**/map');
  expect(await page.getByRole('heading', { name: 'There is no such page' }).count()).toBe(0);
});

it('says that there is no such record, and closes it', async () => {
  const page = await dashboard.open('/incidents?incident=2024-02-30-nothing', { expectedErrors: /status of 404/ });
  const notice = page.getByRole('alert').filter({ hasText: '2024-02-30-nothing' });
  await notice.getByRole('button', { name: 'Close the record' }).click();
  await notice.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});
