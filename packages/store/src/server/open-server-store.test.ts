import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anIncident } from '../testing/any-incident.ts';
import { describeAsOfContract } from '../testing/as-of-contract.ts';
import { describeAuditContract } from '../testing/audit-contract.ts';
import { describeDiscussionContract } from '../testing/discussion-contract.ts';
import { describeFeedsContract } from '../testing/feeds-contract.ts';
import { describeImportsContract } from '../testing/imports-contract.ts';
import { runOnce } from '../testing/run-once.ts';
import { describeStoreContract, type TestStorage } from '../testing/store-contract.ts';
import { describeTargetsContract } from '../testing/targets-contract.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { describeWritingContract } from '../testing/writing-contract.ts';
import { openServerStore } from './open-server-store.ts';

const CHANGE = { by: 'tester', reason: 'a test' };

let postgres: ThrowawayPostgres;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
});
afterAll(() => postgres.stop());

async function makeStorage(): Promise<TestStorage> {
  const url = await postgres.createDatabase();
  return {
    open: () => openServerStore(url, () => undefined),
    runSql: (text) => runOnce(url, text),
    remove: async () => undefined,
  };
}

describeStoreContract('PostgreSQL', makeStorage);
describeAsOfContract('PostgreSQL', makeStorage);
describeAuditContract('PostgreSQL', makeStorage);
describeTargetsContract('PostgreSQL', makeStorage);
describeWritingContract('PostgreSQL', makeStorage);
describeDiscussionContract('PostgreSQL', makeStorage);
describeImportsContract('PostgreSQL', makeStorage);
describeFeedsContract('PostgreSQL', makeStorage);

test('several processes may open one database at once, the first time too', async () => {
  const url = await postgres.createDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openServerStore(url, () => undefined)));
  expect(await Promise.all(stores.map((store) => store.revision()))).toEqual([0, 0, 0]);
  await Promise.all(stores.map((store) => store.close()));
});

test('two stores on one server do not work under one name at once', async () => {
  const url = await postgres.createDatabase();
  const [one, two] = await Promise.all([1, 2].map(() => openServerStore(url, () => undefined)));
  if (!one || !two) throw new Error('two stores were asked for');
  const atOnce = await one.imports.alone('a source', () => two.imports.alone('a source', async () => 'at once'));
  expect(atOnce).toEqual({ value: null });
  expect(await two.imports.alone('a source', async () => 'after it')).toEqual({ value: 'after it' });
  await Promise.all([one.close(), two.close()]);
});

test('two stores on one server hear each other, and share one line of revisions', async () => {
  const url = await postgres.createDatabase();
  const [one, two] = await Promise.all([1, 2].map(() => openServerStore(url, () => undefined)));
  if (!one || !two) throw new Error('two stores were asked for');
  const heard: number[] = [];
  two.onRevision((revision) => heard.push(revision));
  const writes = Array.from({ length: 20 }, (_, number) =>
    (number % 2 ? one : two).saveIncidents([anIncident(`i-${number}`)], CHANGE),
  );
  const revisions = await Promise.all(writes);
  expect([...revisions].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  await one.saveIncidents([anIncident('last')], CHANGE);
  await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(21);
  expect((await two.changesSince(20)).upserts.map(({ incident }) => incident.id)).toEqual(['last']);
  await Promise.all([one.close(), two.close()]);
});

test('hears revisions again after its connection was cut, also those made meanwhile', async () => {
  const url = await postgres.createDatabase();
  const warnings: string[] = [];
  const listening = await openServerStore(url, (message) => warnings.push(message));
  const writing = await openServerStore(url, () => undefined);
  const heard: number[] = [];
  listening.onRevision((revision) => heard.push(revision));
  await runOnce(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'corridor-watch revisions'`,
  );
  await expect.poll(() => warnings.join(), { timeout: 10_000 }).toMatch(/not heard/);
  await writing.saveIncidents([anIncident('one')], CHANGE);
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1]);
  await sleep(500);
  await writing.saveIncidents([anIncident('two')], CHANGE);
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1, 2]);
  await Promise.all([listening.close(), writing.close()]);
});

test('says that a server cannot be reached', async () => {
  await expect(openServerStore('postgresql://nobody@127.0.0.1:1/none', () => undefined)).rejects.toMatchObject({
    name: 'StoreError',
    code: 'unreachable',
    message: /cannot be reached.*ECONNREFUSED/,
  });
});

test('says that a database does not exist', async () => {
  const missing = new URL(postgres.url);
  missing.pathname = '/no_such_database';
  await expect(openServerStore(missing.href, () => undefined)).rejects.toMatchObject({ code: 'unreachable' });
});
