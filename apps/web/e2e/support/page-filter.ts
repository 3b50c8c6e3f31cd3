import type { Page } from 'playwright-core';

/** What the address bar says, part by part. */
export function addressOf(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** The filter that the page exports, as a query string: the one of its address with what the screen assumes. */
export async function exportedFilter(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const href = await page.getByRole('menuitem', { name: /^CSV/ }).getAttribute('href');
  await page.keyboard.press('Escape');
  return new URL(href ?? '', page.url()).search.slice(1);
}
