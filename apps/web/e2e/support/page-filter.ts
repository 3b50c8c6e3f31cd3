import type { Page } from 'playwright-core';

/** What the address bar says, part by part. */
export function addressOf(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** The filter that the page exports, as a query string: the one of its address with what the screen assumes. */
export async function exportedFilter(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const csv = page.getByRole('menuitem', { name: /^CSV/ });
  const href = await csv.getAttribute('href');
  // The menu hears of the key once it has the keyboard; whoever asks again while it goes would close it.
  await csv.press('Escape');
  await csv.waitFor({ state: 'detached' });
  return new URL(href ?? '', page.url()).search.slice(1);
}
