import { startThrowawayPostgres, type ThrowawayPostgres } from '@corridor/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDraft } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { send } from './testing/sign-up.ts';
import { aWriter, detailOf, problemOf, type Writer } from './testing/writer.ts';

/** Two processes on one PostgreSQL: each has its own store, its own table and its own memory. */
let postgres: ThrowawayPostgres;
let here: TestApp;
let there: TestApp;
let writer: Writer;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  const databaseUrl = await postgres.createDatabase();
  here = await openTestApp({ databaseUrl, access: { mode: 'login' } });
  there = await openTestApp({ databaseUrl, access: { mode: 'login' } });
  writer = await aWriter(here, 'analyst');
});
afterAll(async () => {
  expect(await there.store.verifyAudit()).toMatchObject({ intact: true });
  await here.close();
  await there.close();
  await postgres.stop();
});

const at = (app: TestApp, method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
  send(app, method, path, { body, cookie: writer.cookie, headers });

it('does a create with one key once, whichever process is asked, also at once', async () => {
  for (let round = 0; round < 5; round++) {
    const draft = aDraft({ title: `Round ${round}` });
    const headers = { 'Idempotency-Key': `round-000${round}` };
    const answers = await Promise.all(
      [here, there, here, there].map((app) => at(app, 'POST', '/v1/incidents', draft, headers)),
    );
    const details = await Promise.all(answers.map(detailOf));
    expect(new Set(details.map(({ id }) => id)).size).toBe(1);
    expect(details.every(({ version }) => version === 1)).toBe(true);
  }
});

it('lets one of two writers of a version through, whichever process they ask, and both processes show what won', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await writer.file();
    const headers = { 'If-Match': '"1"' };
    const answers = await Promise.all(
      [here, there].map((app, index) =>
        at(app, 'PATCH', `/v1/incidents/${id}`, { reason: 'x', changes: { title: `By ${index}` } }, headers),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won, lost] = answers[0]?.status === 200 ? answers : [...answers].reverse();
    const title = won && (await detailOf(won)).title;
    expect(lost && (await problemOf(lost)).current).toMatchObject({ version: 2, title });
    const shown = async () => (await at(there, 'GET', `/v1/incidents/${id}`, undefined, {})).json();
    await expect.poll(shown, { timeout: 20_000 }).toMatchObject({ version: 2, title });
  }
});
