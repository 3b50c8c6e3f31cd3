import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { driveDashboard, figuresStand, PATIENCE_MS } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const ADMIN = { name: 'Amina Khan', email: 'amina@example.org', password: 'seven green lanterns drift' };
const ANALYST = { name: 'Bilal Ahmed', email: 'bilal@example.org', password: 'quiet harbours under snow' };

let server: TestServer;
let firstAdminPath: string;
beforeAll(async () => {
  server = await startServer({ env: { ACCESS: 'login' } });
  // As the server prints it for who started it: before its log fills up.
  const link = /(\/welcome\?token=\S+)\s/;
  firstAdminPath = await vi.waitUntil(() => link.exec(server.printed())?.[1], { timeout: PATIENCE_MS });
});
afterAll(() => server?.stop());

const dashboard = driveDashboard();

/** Opens a page that has no figures, in a browser of its own. Refusals are what this journey is about. */
function open(path: string, heading: string): Promise<Page> {
  return dashboard.open(path, {
    serverUrl: server.url,
    untilReady: (page) => page.getByRole('heading', { name: heading, exact: true }).waitFor(),
    expectedErrors: /status of (400|401|403|404|409)/,
  });
}

/** What the API answers to a key, or to nobody. */
async function statusOf(path: string, key?: string): Promise<number> {
  const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return (await fetch(server.url + path, { headers })).status;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const openMenu = (page: Page) => page.getByRole('button', { name: /: account of / }).click();
const choose = (page: Page, item: string) => page.getByRole('menuitem', { name: item }).click();

async function fromMenu(page: Page, item: string): Promise<void> {
  await openMenu(page);
  await choose(page, item);
}

async function chooseRole(page: Page, label: string, role: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: role }).click();
}

const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

it('lets in who was invited, shows nothing to others, and shuts out whose session has ended', async () => {
  const asked: string[] = [];
  const admin = await open('/sign-in', 'Sign in');
  admin.context().on('request', (request) => asked.push(new URL(request.url()).pathname));

  // Nobody is signed in: the page leads to the sign-in page before it asks for any record.
  await admin.goto(`${server.url}/map?province=Balochistan`);
  await admin.getByText('Nobody can sign in here yet').waitFor();
  expect(new URL(admin.url()).searchParams.get('returnTo')).toBe('/map?province=Balochistan');
  expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual(['/v1/me']);
  expect(await findViolations(admin)).toEqual([]);

  // The printed link makes the first admin; the rule for passwords is the API's.
  await admin.goto(server.url + firstAdminPath);
  await admin.getByRole('textbox', { name: 'Name' }).fill(ADMIN.name);
  await admin.getByRole('textbox', { name: 'E-mail address' }).fill(ADMIN.email);
  const password = admin.getByRole('textbox', { name: 'Password', exact: true });
  await password.fill('too short');
  await admin.getByRole('button', { name: 'Create my account' }).click();
  await admin.getByText('The password has at least 15 characters.').waitFor();
  expect(await password.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  expect(await findViolations(admin)).toEqual([]);
  await password.fill(ADMIN.password);
  await admin.getByRole('button', { name: 'Create my account' }).click();
  await admin.waitForURL('**/map');
  await figuresStand(admin);

  // The last admin stays one, and invites an analyst.
  await fromMenu(admin, 'People');
  await chooseRole(admin, `Role of ${ADMIN.name}`, /^Viewer/);
  await admin.getByRole('button', { name: 'Become Viewer' }).click();
  await admin.getByText('The last admin stays an admin').waitFor();
  await admin.getByRole('button', { name: 'Cancel' }).click();
  await admin.getByRole('button', { name: 'Invite' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(ANALYST.name);
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill(ANALYST.email);
  await chooseRole(admin, 'Role', /^Analyst/);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = new URL(await dialog.getByRole('textbox', { name: 'One-time link' }).inputValue());
  expect(await findViolations(admin)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await admin.getByRole('row', { name: new RegExp(`${ANALYST.name}.*invited`) }).waitFor();
  expect(await findViolations(admin)).toEqual([]);

  // The analyst comes in by the link, which works once, and does not manage people.
  const analyst = await open(link.pathname + link.search, `Welcome, ${ANALYST.name}`);
  expect(await findViolations(analyst)).toEqual([]);
  await analyst.getByRole('textbox', { name: 'New password' }).fill(ANALYST.password);
  await analyst.getByRole('button', { name: 'Set password and sign in' }).click();
  await figuresStand(analyst);
  await analyst.goto(link.href);
  await analyst.getByText('This link is not valid').waitFor();
  await analyst.goto(`${server.url}/people`);
  await analyst.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  expect(await findViolations(analyst)).toEqual([]);

  // A key asks the API in the analyst's name, and may no more than was said.
  await fromMenu(analyst, 'Account');
  await analyst.getByRole('button', { name: 'Make a key' }).click();
  await analyst.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('weekly report');
  await analyst.getByRole('button', { name: 'Make the key' }).click();
  const key = await analyst.getByRole('textbox', { name: 'API key' }).inputValue();
  expect(await findViolations(analyst)).toEqual([]);
  await analyst.getByRole('button', { name: 'Done' }).click();
  expect(await statusOf('/v1/incidents?limit=1', key)).toBe(200);
  expect(await statusOf('/v1/incidents?limit=1')).toBe(401);
  expect(await statusOf('/v1/people', key)).toBe(403);
  await analyst.getByText('weekly report').waitFor();
  expect(await analyst.getByText(key).count()).toBe(0);

  // In another browser a wrong password is refused, the right one leads to where the reader wanted to go.
  const elsewhere = await open('/sign-in?returnTo=/incidents%3Fprovince%3DBalochistan', 'Sign in');
  await signIn(elsewhere, ANALYST.email, 'none of the right words');
  await elsewhere.getByText('E-mail address or password is wrong.').waitFor();
  await signIn(elsewhere, ANALYST.email, ANALYST.password);
  await elsewhere.waitForURL('**/incidents?province=Balochistan');
  await figuresStand(elsewhere);

  // Ended from afar, that browser is led out as soon as it asks for anything: before its stream's next heartbeat does.
  await analyst.reload();
  await openMenu(elsewhere);
  await analyst.getByRole('button', { name: /^End the session in / }).click();
  await analyst.getByText('The session has ended.').waitFor();
  await choose(elsewhere, 'Account');
  await elsewhere.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await analyst.setViewportSize({ width: 390, height: 844 });
  expect(await findViolations(analyst)).toEqual([]);
  expect(await fits(analyst)).toBe(true);
  expect(new URL(elsewhere.url()).searchParams.get('returnTo')).toMatch(/^\/account/);

  // Whoever is deactivated is out, and so is the key: a page that nobody touches leaves by itself, at its next heartbeat.
  await admin.getByRole('button', { name: `Actions for ${ANALYST.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await admin.getByText(`${ANALYST.name} is deactivated.`).waitFor();
  expect(await statusOf('/v1/incidents?limit=1', key)).toBe(401);
  await analyst.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await admin.setViewportSize({ width: 390, height: 844 });
  expect(await findViolations(admin)).toEqual([]);
  expect(await fits(admin)).toBe(true);

  await fromMenu(admin, 'Sign out');
  await admin.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await admin.goto(`${server.url}/people`);
  await admin.waitForURL('**/sign-in?returnTo=/people');
});
