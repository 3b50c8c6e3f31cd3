import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDashboard } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';
import { openAsFirstAdmin } from './support/first-admin.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const TEXT = 'A bomb killed three people near Turbat on Monday, police said. The dead were labourers from Punjab.';
const PROPOSALS = [{ event: 0, field: 'target', value: 'labourers from Punjab', quote: 'The dead were labourers' }];
const MODEL = '<b>small</b>-model';

let model: Server;
let server: TestServer;
beforeAll(async () => {
  const content = JSON.stringify({ proposals: PROPOSALS });
  model = createServer((request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify({ choices: [{ message: { content } }] })));
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const port = portOf(model);
  const env = { ACCESS: 'login', PROPOSAL_URL: `http://127.0.0.1:${port}/v1`, PROPOSAL_MODEL: MODEL };
  server = await startServer({ env });
});
afterAll(async () => {
  await server?.stop();
  model?.closeAllConnections();
  model?.close();
});

const dashboard = driveDashboard();

it('shows what a model proposes with its name, and files it only where somebody chooses it', async () => {
  const page = await openAsFirstAdmin(dashboard, server, /status of 40[01]/);
  await page.goto(`${server.url}/queue?queueList=drafts`);
  await page.getByText('No draft is open.').waitFor();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Paste an article' });
  await dialog.getByRole('textbox', { name: 'Text of the article' }).fill(TEXT);
  await dialog.getByLabel('Published on').fill('2026-03-10');
  await dialog.getByRole('button', { name: /^Read it/ }).press('Enter');
  await dialog.getByRole('button', { name: /A bomb killed/ }).press('Enter');
  const draft = page.getByRole('article', { name: 'The draft' });
  const proposed = draft.locator('label', { hasText: 'labourers from Punjab' });
  await proposed.getByText(`proposed by ${MODEL}`, { exact: true }).waitFor();
  expect(await proposed.getByRole('radio').isChecked()).toBe(false);
  expect(await findViolations(page)).toEqual([]);
  await proposed.getByRole('radio').check();
  expect(await draft.locator('#draft-target').textContent()).toContain('labourers from Punjab');
});

function portOf(listening: Server): number {
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a server on a port');
  return address.port;
}
