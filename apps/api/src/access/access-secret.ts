import { randomBytes } from 'node:crypto';
import type { AccountsDatabase } from '@corridor/store';

/** What signs cookies: the operator's secret, or one that the first process made and keeps in the database. */
export async function accessSecret(database: AccountsDatabase, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const [kept] = await database.query<{ value: string }>('select value from access_secret');
  if (kept) return kept.value;
  return database.transaction(async (connection) => {
    const made = randomBytes(32).toString('base64url');
    await connection.query('insert into access_secret (value) values ($1) on conflict do nothing', [made]);
    const [row] = await connection.query<{ value: string }>('select value from access_secret');
    return row?.value ?? made;
  });
}
