import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { readTruth } from './support/truth-bar.ts';

const SOON = { timeout: PATIENCE_MS };

const dashboard = driveDashboard();

/** What the engine keeps (`apps/web/src/engine/table-cache.ts`): gives the bytes of the table, after doing something to it. */
const inKeptTables = (what: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('corridor-table', 1);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    if (!database.objectStoreNames.contains('tables')) {
      database.close();
      resolve(0);
      return;
    }
    const store = database.transaction('tables', 'readwrite').objectStore('tables');
    const reading = store.get('table');
    reading.onsuccess = () => {
      const kept = reading.result;
      ${what}
    };
    store.transaction.oncomplete = () => {
      database.close();
      resolve(reading.result?.bytes.length ?? 0);
    };
  };
})`;
const SPOIL = `store.put({ ...kept, bytes: new Uint8Array(5000).fill(7) }, 'table');`;
const isKept = (name: string) => `new Promise((resolve) => {
  const opening = indexedDB.open('corridor-table', 1);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('tables').objectStore('tables').count('${name}');
    counting.onsuccess = () => {
      opening.result.close();
      resolve(counting.result === 1);
    };
  };
})`;
const ESTRANGE = `store.put({ ...kept, portfolio: 'another' }, 'table');`;

/** Opens the page again and gives the requests for the table, and for answers, that this took until the table answers. */
async function openAgain(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  const note = (request: Request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/v1/table.arrow' || pathname === '/v1/query') asked.push(pathname + search);
  };
  page.context().on('request', note);
  await page.reload();
  await figuresStand(page);
  await page.locator('[data-testid=truth-bar][data-engine=memory]').waitFor();
  page.context().off('request', note);
  return asked;
}

it('opens from the table and the answers that the browser kept, and loads it anew where that is spoilt or of another portfolio', async () => {
  const page = await dashboard.open('/map');
  const { matched } = await readTruth(page);
  const keptBytes = () => page.evaluate(inKeptTables(''));
  await expect.poll(keptBytes, SOON).toBeGreaterThan(5000);
  await expect.poll(() => page.evaluate(isKept('answers')), SOON).toBe(true);
  expect(await openAgain(page)).toEqual([]);
  expect((await readTruth(page)).matched).toBe(matched);
  for (const harm of [SPOIL, ESTRANGE]) {
    await page.evaluate(inKeptTables(harm));
    expect(await openAgain(page)).toEqual(['/v1/table.arrow']);
    expect((await readTruth(page)).matched).toBe(matched);
    await expect.poll(keptBytes, SOON).toBeGreaterThan(5000);
  }
});
