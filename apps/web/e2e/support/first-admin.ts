import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { type Dashboard, figuresStand, PATIENCE_MS } from './dashboard.ts';
import type { TestServer } from './start-server.ts';

export const FIRST_ADMIN = {
  name: 'Amina Khan',
  email: 'amina@example.org',
  password: 'seven green lanterns drift',
} as const;

/** Takes the link that a server with ACCESS=login prints at its first start; the page is of somebody who may do anything. */
export async function openAsFirstAdmin(
  dashboard: Dashboard,
  server: TestServer,
  expectedErrors = /status of 401/,
): Promise<Page> {
  const path = await vi.waitUntil(() => /(\/welcome\?token=\S+)\s/.exec(server.printed())?.[1], {
    timeout: PATIENCE_MS,
  });
  const page = await dashboard.open(path, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'Name' }).waitFor(),
    expectedErrors,
  });
  await page.getByRole('textbox', { name: 'Name' }).fill(FIRST_ADMIN.name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(FIRST_ADMIN.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(FIRST_ADMIN.password);
  await page.getByRole('button', { name: 'Create my account' }).click();
  await figuresStand(page);
  return page;
}

/** Somebody who has a password, the first admin where nobody else is named, in another browser at a path. */
export async function openSignedIn(
  dashboard: Dashboard,
  server: TestServer,
  path: string,
  expectedErrors = /status of 401/,
  person: { readonly email: string; readonly password: string } = FIRST_ADMIN,
): Promise<Page> {
  const page = await dashboard.open(`/sign-in?${new URLSearchParams({ returnTo: path })}`, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'E-mail address' }).waitFor(),
    expectedErrors,
  });
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}
