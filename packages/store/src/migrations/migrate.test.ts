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

/** An incident and its first version, as the first migration's tables take them. */
const OLD_INCIDENT = `
  with incident as (
    insert into incident (
      id, title, summary, start_day, end_day, date_precision, event_type, sub_event_type, target, target_type, place_name,
      place_precision, reliability, credibility, status, project_site, notes, summarises_day, origin, licence, version,
      revision
    ) values (
      $1, 'title of ' || $1, '', '2024-01-01', '2024-01-01', 'day', 'Protests', 'Peaceful protest', '', 'civilians', '',
      'country', 'A', '1', 'reported', '', '', false, 'test', 'CC0', 1, 7
    ) returning id
  )
  insert into incident_version (incident_id, version, revision, changed_by, reason, incident)
  select id, 1, 7, 'tester', 'a test', '{}' from incident`;

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

test('gives the incidents of an older database keys in the order of their ids', async () => {
  await migrate(pool, MIGRATIONS.slice(0, 1));
  const ids = ['b', 'a.2', 'c', 'a'];
  for (const id of ids) await pool.query(OLD_INCIDENT, [id]);
  await pool.query('update revision set value = 7');
  await migrate(pool);
  const { rows } = await pool.query('select id, key, title, revision::int, merged_into from incident order by key');
  expect(rows).toEqual(
    ['a', 'a.2', 'b', 'c'].map((id, index) => ({
      id,
      key: index + 1,
      title: `title of ${id}`,
      revision: 7,
      merged_into: null,
    })),
  );
  const history = await pool.query('select incident_id, version, merged_into from incident_version order by 1');
  expect(history.rows).toEqual([...ids].sort().map((id) => ({ incident_id: id, version: 1, merged_into: null })));
  const { rows: revisions } = await pool.query('select value::int, last_key from revision');
  expect(revisions).toEqual([{ value: 7, last_key: 4 }]);
  const byAnOlderProgram = `
    insert into incident_version (incident_id, version, revision, changed_by, reason, incident)
    values ('a', 2, 8, 'tester', 'a test', '{}')`;
  await expect(pool.query(byAnOlderProgram)).rejects.toThrow(/incident_version_has_digest/);
});

test('numbers its migrations from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});
