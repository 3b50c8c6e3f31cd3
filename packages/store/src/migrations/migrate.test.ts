import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

let postgres: ThrowawayPostgres;
let pool: pg.Pool;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  pool = new pg.Pool({ connectionString: await postgres.createDatabase() });
});
afterEach(() => pool.end());

const FIRST = { number: 1, name: 'first', sql: 'create table one (id integer);\n' };
const SECOND = { number: 2, name: 'second', sql: 'create table two (id integer);\ncreate table three (id integer);' };

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

test('applies what is missing, once, and later what was added', async () => {
  expect(await migrate(pool, [FIRST])).toBe(1);
  expect(await migrate(pool, [FIRST])).toBe(0);
  expect(await migrate(pool, [FIRST, SECOND])).toBe(1);
  expect(await tables()).toEqual(['one', 'schema_migration', 'three', 'two']);
});

test('leaves nothing of a migration that fails, and keeps those before it', async () => {
  const broken = { ...SECOND, sql: `${SECOND.sql} nonsense` };
  await expect(migrate(pool, [FIRST, broken])).rejects.toThrow(/syntax error/);
  expect(await tables()).toEqual(['one', 'schema_migration']);
  expect(await migrate(pool, [FIRST, SECOND])).toBe(1);
});

test('takes another kind of line end for the same text', async () => {
  await migrate(pool, [FIRST]);
  expect(await migrate(pool, [{ ...FIRST, sql: FIRST.sql.replaceAll('\n', '\r\n') }])).toBe(0);
});

test('refuses another text under a number that was applied', async () => {
  await migrate(pool, [FIRST]);
  await expect(migrate(pool, [{ ...FIRST, sql: 'create table other (id integer)' }])).rejects.toMatchObject({
    code: 'version',
    message: 'migration 1 (first) was applied to the database with another text than this program has',
  });
});

test('refuses a database that is ahead of the program', async () => {
  await migrate(pool, [FIRST, SECOND]);
  await expect(migrate(pool, [FIRST])).rejects.toMatchObject({ code: 'version', message: /migration 2 \(second\)/ });
});

test('numbers its migrations from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});
