import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Dashboard, figuresStand } from './dashboard.ts';
import type { TestServer } from './start-server.ts';
import { send } from './write-records.ts';

export const SECOND_PERSON = {
  name: 'Bilal Ahmed',
  email: 'bilal@example.org',
  password: 'quiet harbours under snow',
} as const;

const invited = z.object({ link: z.object({ path: z.string() }) });

/** Somebody, an analyst where nothing else is said, whom `admin` invites, in a browser of their own. */
export async function openAsSecondPerson(
  dashboard: Dashboard,
  server: TestServer,
  admin: Page,
  expectedErrors = /status of 401/,
  role: 'analyst' | 'reporter' = 'analyst',
): Promise<Page> {
  const { email, name, password } = SECOND_PERSON;
  const { link } = invited.parse(await send(admin, 'POST', `${server.url}/v1/people`, { name, email, role }));
  const page = await dashboard.open(link.path, {
    serverUrl: server.url,
    untilReady: (opened) => opened.getByRole('textbox', { name: 'New password' }).waitFor(),
    expectedErrors,
  });
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await figuresStand(page);
  return page;
}
