import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { openPool } from '../open-pool.ts';
import { openStore } from '../open-store.ts';
import type { Schema } from '../schema.ts';
import { UNGUARDED, writeAuditHistory } from '../testing/audit-history.ts';
import { EmbeddedTemplate, WORKER_URL } from '../testing/embedded-storage.ts';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { type AuditReport, verifyAudit } from './verify-audit.ts';

const quiet = () => undefined;

/**
 * Each is done to a store with the history of `writeAuditHistory`, and says by which link it is found.
 */
const TAMPERINGS: readonly [what: string, statement: string, link: object][] = [
  ['time', "update audit_entry set at = at + interval '1 microsecond' where position = 3", entry(3)],
  ['actor', "update audit_entry set actor = 'Nobody' where position = 3", entry(3)],
  ['action', "update audit_entry set action = 'role.keep' where position = 3", entry(3)],
  ['kind of subject', "update audit_entry set subject_kind = 'x' where position = 3", entry(3)],
  ['subject', 'update audit_entry set subject_id = null where position = 3', entry(3)],
  ['reason', "update audit_entry set reason = '' where position = 6", entry(6)],
  ['detail', `update audit_entry set detail = '{"role": "viewer"}' where position = 3`, entry(3)],
  ['revision', 'update audit_entry set revision = 99 where position = 6', entry(6)],
  ['count', 'update audit_entry set written_count = 3 where position = 2', entry(2)],
  ['digest', "update audit_entry set written_digest = sha256('x') where position = 2", entry(2)],
  ['hash before', "update audit_entry set previous_hash = sha256('x') where position = 2", entry(2)],
  ['hash', "update audit_entry set hash = sha256('x') where position = 2", entry(2)],
  ['position', 'update audit_entry set position = 60 where position = 6', entry(6)],
  ['first entry: removed', 'delete from audit_entry where position = 1', entry(1)],
  ['middle entry: removed', 'delete from audit_entry where position = 3', entry(3)],
  ['last entry: removed', 'delete from audit_entry where position = 6', entry(6)],
  ['all entries: removed', 'truncate audit_entry', entry(1)],
  [
    'two entries: swapped',
    `update audit_entry set position = position + 100 where position in (2, 4);
     update audit_entry set position = 106 - position where position > 100`,
    entry(2),
  ],
  [
    'entry: put in at the end',
    'insert into audit_entry select 7, at, actor, action, subject_kind, subject_id, reason, detail, null, null, null, hash, hash from audit_entry where position = 6',
    entry(7),
  ],
  [
    'entry: removed, and its followers moved up',
    'delete from audit_entry where position = 3; update audit_entry set position = position - 1 where position > 3',
    entry(3),
  ],
  ['version’s record', version("incident = jsonb_set(incident, '{title}', '\"Nothing\"')"), versionOf('one', 1)],
  ['version’s figure', version("incident = jsonb_set(incident, '{place,latitude}', '25.2')"), versionOf('one', 1)],
  ['version’s person', version("changed_by = 'Nobody'"), versionOf('one', 1)],
  ['version’s reason', version("reason = ''"), versionOf('one', 1)],
  ['version’s time', version("changed_at = changed_at - interval '1 microsecond'"), versionOf('one', 1)],
  ['version’s merge', version("merged_into = 'two'"), versionOf('one', 1)],
  ['version’s digest', version("digest = sha256('x')"), versionOf('one', 1)],
  ['version’s digest: taken away', version('digest = null'), versionOf('one', 1)],
  ['version’s number', version('version = 9'), versionOf('one', 9)],
  ['version’s revision', version('revision = 2'), entry(1)],
  ['version’s revision: later than all', version('revision = 99'), entry(1)],
  [
    'version’s incident',
    "update incident_version set incident_id = 'three', version = 9 where incident_id = 'one' and version = 1",
    versionOf('three', 9),
  ],
  ['version: removed', "delete from incident_version where incident_id = 'one' and version = 2", entry(4)],
  [
    'version: put in',
    `insert into incident_version (incident_id, version, revision, changed_by, reason, incident, digest)
     select incident_id, 9, revision, changed_by, reason, incident, digest from incident_version
     where incident_id = 'one' and version = 1`,
    versionOf('one', 9),
  ],
  [
    'two versions: swapped',
    `update incident_version set version = -version where incident_id = 'three';
     update incident_version set version = 3 + version where version < 0`,
    versionOf('three', 2),
  ],
  ['incident as it stands', "update incident set title = 'Nothing' where id = 'two'", incident('two')],
  ['incident’s date', "update incident set end_day = '2024-03-09' where id = 'two'", incident('two')],
  ['incident’s merge', "update incident set merged_into = 'one' where id = 'two'", incident('two')],
  ['incident’s version', "update incident set version = 1 where id = 'three'", incident('three')],
  ['incident’s revision', "update incident set revision = 1 where id = 'three'", incident('three')],
  ['incident’s sources', "delete from incident_source where incident_id = 'two'", incident('two')],
  ...(['site', 'route'] as const).flatMap(ofTarget),
  ['route’s line', "update route set line = '[[1, 2], [3, 4]]'", { kind: 'route', id: 'route-1' }],
  ['site’s radius', "update site set radius_km = 3 where id = 'site-1'", { kind: 'site', id: 'site-1' }],
  ['site’s version', "update site set version = 2 where id = 'site-1'", { kind: 'site', id: 'site-1' }],
  ['site’s source', "delete from site_source where site_id = 'site-2'", { kind: 'site', id: 'site-2' }],
  ['site’s source: changed', "update source set title = 'x' where title like 'List%'", { kind: 'site', id: 'site-2' }],
  ['store’s revision', 'update revision set value = 4', entry(6)],
  ['store’s revision, raised', 'update revision set value = 6', entry(6)],
  ['store’s end of the chain', "update revision set audit_hash = sha256('x')", entry(6)],
];

/** Every column of the histories of sites and routes. */
function ofTarget(kind: 'site' | 'route'): [what: string, statement: string, link: object][] {
  const link = { kind: 'version', of: kind, id: `${kind}-1`, version: 1 };
  const set = (assignment: string) => `update ${kind}_version set ${assignment} where ${kind}_id = '${kind}-1'`;
  const free = `alter table ${kind}_version drop constraint ${kind}_version_${kind}_id_fkey`;
  return [
    [`${kind}: record`, set(`${kind} = jsonb_set(${kind}, '{name}', '"Nothing"')`), link],
    [`${kind}: person`, set("changed_by = 'Nobody'"), link],
    [`${kind}: reason`, set("reason = ''"), link],
    [`${kind}: time`, set("changed_at = changed_at + interval '1 microsecond'"), link],
    [`${kind}: digest`, set("digest = sha256('x')"), link],
    [`${kind}: number`, set('version = 9'), { ...link, version: 9 }],
    [`${kind}: revision`, set('revision = 2'), entry(1)],
    [`${kind}: revision later than all`, set('revision = 99'), entry(1)],
    [`${kind}: id`, `${free}; ${set(`${kind}_id = 'other'`)}`, { ...link, id: 'other' }],
    [`${kind}: removed`, `delete from ${kind}_version where ${kind}_id = '${kind}-1'`, entry(1)],
  ];
}

/** A database with that history, which nobody else has open. */
interface History {
  readonly pool: Pool;
  remove(): Promise<void>;
}

async function embeddedHistory(): Promise<History> {
  const template = await EmbeddedTemplate.create();
  const dataDir = await template.copy();
  await write({ dataDir });
  const database = new EmbeddedPostgres({
    workerUrl: WORKER_URL,
    directory: join(dataDir, 'postgres'),
    limits: { openMs: 60_000, queryMs: 60_000 },
    onWarning: quiet,
  });
  const pool = openPool(database.poolConfig(), quiet);
  const remove = async () => {
    await pool.end();
    await database.close();
    await template.remove();
  };
  return { pool, remove };
}

async function serverHistory(): Promise<History> {
  const postgres = await startThrowawayPostgres();
  await write({ dataDir: '', databaseUrl: postgres.url });
  const pool = openPool({ connectionString: postgres.url }, quiet);
  const remove = async () => {
    await pool.end();
    await postgres.stop();
  };
  return { pool, remove };
}

async function write(place: { readonly dataDir: string; readonly databaseUrl?: string }): Promise<void> {
  const store = await openStore({ ...place, onWarning: quiet });
  await writeAuditHistory(store);
  await store.close();
}

describe.each([
  ['embedded', embeddedHistory],
  ['server', serverHistory],
] as const)('on the %s database', { timeout: 120_000 }, (_name, makeHistory) => {
  let history: History;
  let db: Kysely<Schema>;
  beforeAll(async () => {
    history = await makeHistory();
    db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: history.pool }) });
  });
  afterAll(() => history.remove());

  /** As if it had been done for good, and then undone. */
  const afterTampering = (statements: string): Promise<AuditReport> =>
    db.connection().execute(async (connection) => {
      await sql.raw(`begin; ${UNGUARDED} ${statements}`).execute(connection);
      try {
        return await verifyAudit(connection, {});
      } finally {
        await sql`rollback`.execute(connection);
      }
    });

  test('finds nothing where nothing was done', async () => {
    expect(await afterTampering('select 1')).toMatchObject({ intact: true, checked: { entries: 6, versions: 10 } });
  });

  test.each(TAMPERINGS)('names the link that is broken by another %s', async (_what, statements, link) => {
    const report = await afterTampering(statements);
    expect(report).toMatchObject({ intact: false, fault: { link, message: expect.stringMatching(/\w/) } });
  });

  test('misses none of the columns that are there', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and table_name in ('audit_entry', 'incident_version', 'route_version', 'site_version') order by 1`.execute(
      db,
    );
    const all = TAMPERINGS.map(([, statements]) => statements).join('\n');
    const tampered = rows.filter(({ column, table }) => all.includes(`update ${table} set ${column} = `));
    expect(tampered).toEqual(rows);
    expect(rows.length).toBeGreaterThan(20);
  });
});

function entry(position: number): object {
  return { kind: 'entry', position };
}

function versionOf(id: string, number: number): object {
  return { kind: 'version', of: 'incident', id, version: number };
}

function incident(id: string): object {
  return { kind: 'incident', id };
}

function version(assignment: string): string {
  return `update incident_version set ${assignment} where incident_id = 'one' and version = 1`;
}
