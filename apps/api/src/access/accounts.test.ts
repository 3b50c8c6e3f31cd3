import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@corridor/store';
import { getMigrations } from 'better-auth/db/migration';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { accessSecret } from './access-secret.ts';
import { authOptions } from './auth-options.ts';

it('has the tables that better-auth asks for, and a secret that stays', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-accounts-'));
  const store = await openStore({ dataDir });
  const { pool } = store.accounts;
  const logger = pino({ level: 'silent' });
  const settings = { pool, secret: 'x'.repeat(32), baseUrl: undefined, logger, mayEnter: async () => true };
  const plan = await getMigrations(authOptions(settings));
  expect(plan).toMatchObject({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    unsafeChanges: [],
    schemaProblems: [],
  });

  const made = await accessSecret(store.accounts, undefined);
  expect(made).toHaveLength(43);
  expect(await accessSecret(store.accounts, undefined)).toBe(made);
  expect(await accessSecret(store.accounts, 'given')).toBe('given');
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});
