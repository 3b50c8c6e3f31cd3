import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServerStore } from '../server/open-server-store.ts';
import { anIncident } from '../testing/any-incident.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { distributeStore } from './distribute-store.ts';
import { DISTRIBUTED, distributionStatements, REFERENCES } from './distribution.ts';

const CHANGE = { by: 'tester', reason: 'a test' };
/** Of an empty database on a coordinator, which is filled and left so. */
const CITUS_URL = process.env.CITUS_URL;

describe('without Citus', () => {
  let postgres: ThrowawayPostgres;
  let pool: pg.Pool;
  let url: string;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres();
    url = await postgres.createDatabase();
    pool = new pg.Pool({ connectionString: url });
  });
  afterAll(async () => {
    await pool.end();
    await postgres.stop();
  });

  test('says that the extension is missing, and changes nothing', async () => {
    await expect(distributeStore(url)).rejects.toMatchObject({ code: 'query-failed', message: /has no Citus/ });
    const { rows } = await pool.query("select conname from pg_constraint where conname = 'incident_key'");
    expect(rows).toHaveLength(1);
  });

  test('every statement that is not Citus’s own fits the schema', async () => {
    const own = distributionStatements().filter((statement) => !/create_(distributed|reference)_table/.test(statement));
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const statement of own) await client.query(statement);
      await client.query('rollback');
    } finally {
      client.release();
    }
    expect(own.length).toBe(distributionStatements().length - DISTRIBUTED.length - REFERENCES.length);
  });

  test('names tables and columns that are there, distributes by what every unique key has, and forgets none', async () => {
    const { rows } = await pool.query<{ table: string; columns: string[] }>(`
      select conrelid::regclass::text as table,
        array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
      from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('p', 'u') and conname <> 'incident_key'`);
    for (const { table, column } of DISTRIBUTED) {
      const keys = rows.filter((row) => row.table === table);
      expect(keys.length, table).toBeGreaterThan(0);
      for (const { columns } of keys) expect(columns, table).toContain(column);
    }
    const placed = [...DISTRIBUTED.map(({ table }) => table), ...REFERENCES];
    const accounts = ['access_secret', 'api_key', 'one_time_link', 'person'];
    const betterAuth = ['person_account', 'person_session', 'person_verification'];
    const work = ['idempotency_key', 'incident_assignment', 'incident_watch', 'not_duplicate'];
    const imports = ['batch', 'map', 'row', 'double', 'issue', 'mapping'].map((table) => `import_${table}`);
    const state = ['portfolio', 'revision', 'audit_entry', 'schema_migration'];
    const feeds = ['watched_source', 'watch_lease', 'article', 'draft'];
    const coordinator = [...state, ...work, ...imports, ...feeds, ...accounts, ...betterAuth];
    expect([...placed, ...coordinator].sort()).toEqual([...new Set(rows.map(({ table }) => table))].sort());
  });
});

describe.skipIf(CITUS_URL === undefined)('on the Citus cluster of CITUS_URL', () => {
  test('spreads a store, which then works as before', async () => {
    const url = CITUS_URL ?? '';
    const before = await openServerStore(url, () => undefined);
    await before.saveIncidents([anIncident('one'), anIncident('two')], CHANGE);
    await before.close();
    expect(await distributeStore(url)).toBe(true);
    expect(await distributeStore(url)).toBe(false);
    const store = await openServerStore(url, () => undefined);
    try {
      await store.saveIncidents([anIncident('three'), anIncident('two', { title: 'Changed' })], CHANGE);
      await store.mergeIncidents(['one'], 'two', CHANGE);
      expect((await store.incidentVersions('one')).map(({ mergedInto }) => mergedInto)).toEqual([null, 'two']);
      const { removed, upserts } = await store.changesSince(0);
      expect([upserts.map(({ incident }) => incident.id), removed]).toEqual([['three', 'two'], [1]]);
      expect(Array.from((await store.textMatches('changed')).keys)).toEqual([2]);
      const relations = { drawn: new Uint8Array(1), longitude: new Float64Array(1), latitude: new Float64Array(1) };
      const engine = store.sqlEngine({
        districts: [],
        boxOf: () => null,
        relationsOf: () => ({
          ...relations,
          relationTo: () => null,
          relationToArea: () => new Uint8Array(1),
          intervalTo: () => null,
        }),
      });
      const answer = await engine.answer({
        filter: { actor: ['Group A'] },
        groups: ['actor', 'type', 'district'],
        timeline: { unit: 'month', stackBy: 'type' },
        breakdowns: [{ by: 'province', unit: 'month' }],
        page: { sort: { by: 'title', descending: false }, offset: 0, limit: 5 },
      });
      expect(answer.page?.items.map(({ id }) => id)).toEqual(['two', 'three']);
      expect(answer.totals.matched).toBe(2);
    } finally {
      await store.close();
    }
  });
});
