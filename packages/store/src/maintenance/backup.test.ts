import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectBackup } from '../backup/read-backup.ts';
import { EmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { migrate } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { aPortfolio } from '../testing/a-portfolio.ts';
import { anIncident } from '../testing/any-incident.ts';
import { EmbeddedTemplate, runEmbeddedSql, WORKER_URL } from '../testing/embedded-storage.ts';
import { runOnce } from '../testing/run-once.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { openMaintenance } from './open-maintenance.ts';
import { restoreBackup } from './restore-backup.ts';

const CHANGE = { by: 'tester', reason: 'a test' };
const quiet = () => undefined;

/** Where a database is: a data directory, or a server's address. */
interface Place {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}
const KINDS = ['embedded', 'server'] as const;
type Kind = (typeof KINDS)[number];

describe('a backup', { timeout: 180_000 }, () => {
  let folder: string;
  let template: EmbeddedTemplate;
  let postgres: ThrowawayPostgres;
  const backups = new Map<Kind, { place: Place; file: string }>();
  let count = 0;
  const newPlace = async (kind: Kind): Promise<Place> => {
    if (kind === 'embedded') return { dataDir: await template.copy() };
    return { ...noPlace(), databaseUrl: await postgres.createDatabase() };
  };
  const noPlace = () => ({ dataDir: join(folder, `data-${++count}`) });
  const newFile = async (content: Buffer): Promise<string> => {
    const file = join(folder, `file-${++count}`);
    await writeFile(file, content);
    return file;
  };
  const backedUp = (kind: Kind) => {
    const backup = backups.get(kind);
    if (!backup) throw new Error(`no backup of ${kind} was made`);
    return backup;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corridor-backup-'));
    [template, postgres] = await Promise.all([EmbeddedTemplate.create(), startThrowawayPostgres()]);
    for (const kind of KINDS) {
      const place = await newPlace(kind);
      const store = await openStore({ ...place, onWarning: quiet });
      await writeHistory(store);
      await store.close();
      await runSql(place, ACCOUNTS);
      const file = join(folder, `${kind}.backup`);
      await backUp(place, file);
      backups.set(kind, { place, file });
    }
  });
  afterAll(async () => {
    await Promise.all([template.remove(), postgres.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  const ROUTES = KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const));
  test.each(ROUTES)('of the %s database is the same database again, row by row, as %s', async (from, to) => {
    const { file, place } = backedUp(from);
    const target = await newPlace(to);
    const { content, report } = await restoreBackup({ ...target, onWarning: quiet }, file);
    const before = await imageOf(place);
    const after = await imageOf(target);
    expect(Object.keys(after.tables)).toEqual(Object.keys(before.tables));
    for (const [table, rows] of Object.entries(before.tables)) {
      if (content.manifest.leftOut.includes(table)) {
        if (table !== 'schema_migration') expect(after.tables[table], table).toEqual([]);
      } else expect(after.tables[table], table).toEqual(rows);
    }
    expect(after.constraints).toEqual(before.constraints);
    expect(after.triggers).toEqual(before.triggers);
    expect(report).toMatchObject({ intact: true, head: content.manifest.head });
    expect(content.rows).toBe(
      Object.entries(before.tables).reduce(
        (sum, [table, rows]) => sum + (content.manifest.leftOut.includes(table) ? 0 : rows.length),
        0,
      ),
    );
  });

  test('of a database is not shy of any table: each has rows, or is named as left out', async () => {
    const { file, place } = backedUp('embedded');
    const { manifest } = await inspectBackup(file);
    const { tables } = await imageOf(place);
    expect([...manifest.tables, ...manifest.leftOut].sort()).toEqual(Object.keys(tables).sort());
    for (const [table, rows] of Object.entries(tables)) expect(rows.length, table).toBeGreaterThan(0);
  });

  test('once restored is written on, with new numbers', async () => {
    const target = await newPlace('embedded');
    await restoreBackup({ ...target, onWarning: quiet }, backedUp('server').file);
    const store = await openStore({ ...target, onWarning: quiet });
    const revision = await store.revision();
    const place = { ...anIncident('x').place, name: 'Elsewhere', latitude: 1.5 };
    expect(await store.saveIncidents([anIncident('new', { place })], CHANGE)).toBe(revision + 1);
    expect((await store.incidentById('new'))?.key).toBe(1204);
    expect(await store.verifyAudit()).toMatchObject({ intact: true });
    await store.close();
    await expect(runSql(target, "update incident_version set reason = ''")).rejects.toThrow(/append-only/);
    await expect(runSql(target, "insert into incident_site values ('nobody', 0, 'x')")).rejects.toThrow(/foreign key/);
  });

  test.each(KINDS)('is not restored over a %s database in which there is something', async (kind) => {
    const { file } = backedUp('embedded');
    const filled = await newPlace(kind);
    const store = await openStore({ ...filled, onWarning: quiet });
    await store.saveIncidents([anIncident('one')], CHANGE);
    await store.close();
    const before = await imageOf(filled);
    await expect(restoreBackup({ ...filled, onWarning: quiet }, file)).rejects.toMatchObject({
      code: 'not-empty',
      message: /restored into an empty database only/,
    });
    expect(await imageOf(filled)).toEqual(before);
  });

  test('is restored into a data directory that is not there yet', async () => {
    const { report } = await restoreBackup({ ...noPlace(), onWarning: quiet }, backedUp('server').file);
    expect(report).toMatchObject({ intact: true });
  });

  test('is not restored while another process has the directory', async () => {
    const dataDir = await template.copy();
    const store = await openStore({ dataDir, onWarning: quiet });
    await expect(restoreBackup({ dataDir, onWarning: quiet }, backedUp('server').file)).rejects.toMatchObject({
      code: 'directory-locked',
    });
    await store.close();
  });

  test('that was cut off anywhere, or altered in any byte, is refused before anything is written', async () => {
    const { file } = backedUp('embedded');
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString('utf8');
    const altered: [string, Buffer][] = [
      ['nothing', Buffer.alloc(0)],
      ['no gzip', Buffer.from('a backup')],
      ['another gzip', gzipSync('a backup\n')],
      ['zeros after it', Buffer.concat([whole, Buffer.alloc(3)])],
      ['twice', Buffer.concat([whole, whole])],
      ['a letter', gzipSync(text.replace('Convoy', 'Convoi'))],
      ['a row less', gzipSync(text.replace(/\n\{"id":.*/, ''))],
      ['no last line', gzipSync(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))],
      ['no checksum', gzipSync(text.slice(0, -10))],
      ['a line more', gzipSync(`${text}{}\n`)],
      ['no line end', gzipSync(text.slice(0, -1))],
    ];
    for (let part = 1; part < 40; part++) {
      altered.push([`cut ${part}`, whole.subarray(0, Math.floor((whole.length * part) / 40))]);
      const flipped = Buffer.from(whole);
      // The first ten bytes are gzip's header, of which some mean nothing.
      const index = 10 + Math.floor(((whole.length - 10) * part) / 40);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (part % 8));
      altered.push([`bit ${index}`, flipped]);
    }
    const target = noPlace();
    for (const [what, content] of altered) {
      const restoring = restoreBackup({ ...target, onWarning: quiet }, await newFile(content));
      await expect(restoring, what).rejects.toMatchObject({
        code: 'backup-unusable',
        message: /is no usable backup: it/,
      });
    }
    expect(existsSync(target.dataDir)).toBe(false);
    expect(await inspectBackup(file)).toMatchObject({ bytes: Buffer.byteLength(text) });
  });

  test('that turns out wrong while it is written leaves nothing behind', async () => {
    const text = gunzipSync(await readFile(backedUp('embedded').file)).toString('utf8');
    const forged = await newFile(withChecksum(text.replaceAll('"incident_id":"two"', '"incident_id":"nobody"')));
    const target = await newPlace('server');
    await expect(restoreBackup({ ...target, onWarning: quiet }, forged)).rejects.toMatchObject({
      code: 'invalid-record',
      message: /foreign key/,
    });
    const { tables } = await imageOf(target);
    for (const [table, rows] of Object.entries(tables)) {
      if (!['revision', 'schema_migration'].includes(table)) expect(rows, table).toEqual([]);
    }
    expect((await restoreBackup({ ...target, onWarning: quiet }, backedUp('embedded').file)).report.intact).toBe(true);
  });

  test('whose rows were altered with its checksum is restored, and its audit trail says so', async () => {
    const text = gunzipSync(await readFile(backedUp('embedded').file)).toString('utf8');
    const forged = await newFile(withChecksum(text.replace('"reason":"a test"', '"reason":"better"')));
    const { report } = await restoreBackup({ ...(await newPlace('embedded')), onWarning: quiet }, forged);
    expect(report).toMatchObject({ intact: false });
  });

  test('that names tables or columns of its own is refused', async () => {
    const text = gunzipSync(await readFile(backedUp('embedded').file)).toString('utf8');
    const forged = await newFile(withChecksum(text.replace('["table","toll",["id"', '["table","toll",["id);drop"')));
    await expect(restoreBackup({ ...(await newPlace('server')), onWarning: quiet }, forged)).rejects.toMatchObject({
      code: 'backup-unusable',
      message: /columns of the table toll/,
    });
  });

  test('of a newer program is refused', async () => {
    const text = gunzipSync(await readFile(backedUp('embedded').file)).toString('utf8');
    const newest = MIGRATIONS.length;
    const next = `{"number":${newest + 1},"name":"future","checksum":"x"}`;
    const newer = await newFile(withChecksum(text.replace('],"tables":', `,${next}],"tables":`)));
    const target = noPlace();
    await expect(restoreBackup({ ...target, onWarning: quiet }, newer)).rejects.toMatchObject({
      code: 'version',
      message: /migration \d+ \(future\)/,
    });
    expect(existsSync(target.dataDir)).toBe(false);
  });

  test('of an older program’s database is made before it is upgraded, and upgraded when it is restored', async () => {
    const old = await newPlace('server');
    const pool = new pg.Pool({ connectionString: old.databaseUrl });
    await migrate(pool, MIGRATIONS.slice(0, 3));
    await pool.query(OLD_RECORDS);
    await pool.end();
    const file = join(folder, 'old.backup');
    await backUp(old, file);
    const target = noPlace();
    const { content, report } = await restoreBackup({ ...target, onWarning: quiet }, file);
    expect(content.manifest).toMatchObject({
      head: null,
      migrations: MIGRATIONS.slice(0, 3).map(({ name }) => ({ name })),
    });
    expect(report).toMatchObject({ intact: true, checked: { entries: 3, versions: 1, incidents: 1 } });
    const store = await openStore({ ...target, onWarning: quiet });
    expect((await store.incidentVersions('old')).map(({ changedBy }) => changedBy)).toEqual(['tester']);
    await store.close();
  });

  test.each(KINDS)('of a %s database that is written meanwhile is one state of it', async (kind) => {
    const place = await newPlace(kind);
    const store = await openStore({ ...place, onWarning: quiet });
    const many = Array.from({ length: 400 }, (_, number) => anIncident(`i-${number}`));
    await store.saveIncidents(many, CHANGE);
    let writing = true;
    const writer = (async () => {
      let revision = 0;
      for (let number = 0; writing; number++) {
        revision = await store.saveIncidents(
          [anIncident(`n-${number}`), anIncident('i-7', { title: `${number}` })],
          CHANGE,
        );
      }
      return revision;
    })();
    const file = join(folder, `busy-${kind}.backup`);
    await expect.poll(() => store.revision()).toBeGreaterThan(3);
    await backUp(place, file);
    writing = false;
    const last = await writer;
    await store.close();
    const { content, report } = await restoreBackup({ ...(await newPlace('server')), onWarning: quiet }, file);
    const revision = content.manifest.head?.revision ?? 0;
    expect(revision).toBeGreaterThan(3);
    expect(revision).toBeLessThanOrEqual(last);
    expect(report).toMatchObject({ intact: true, head: { revision }, checked: { incidents: 400 + revision - 1 } });
  });
});

async function backUp(place: Place, file: string): Promise<void> {
  const maintenance = await openMaintenance({ ...place, onWarning: quiet });
  try {
    await maintenance.backup(createWriteStream(file));
  } finally {
    await maintenance.close();
  }
}

/** The backup of another text. */
function withChecksum(text: string): Buffer {
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  return gzipSync(`${body}["sha256","${createHash('sha256').update(body).digest('hex')}"]\n`);
}

async function writeHistory(store: Store): Promise<void> {
  const many = Array.from({ length: 1200 }, (_, number) => anIncident(`i-${number}`, { notes: 'ü“\u2028\\n\r\n' }));
  await store.loadPortfolio(aPortfolio([anIncident('one'), anIncident('two'), ...many]));
  await store.saveIncidents([anIncident('three'), anIncident('two', { notes: 'checked', title: 'Ü 攻击 💥' })], CHANGE);
  await store.recordAct({
    actor: 'Li Wei',
    action: 'role.change',
    subject: { kind: 'person', id: 'p' },
    reason: 'promoted',
    detail: { tiny: 1e-7, list: [null, 'x'] },
  });
  // A double with a smaller key than the record it is merged into: rows refer to later rows.
  await store.mergeIncidents(['one'], 'three', CHANGE);
}

const ACCOUNTS = `
  insert into person (id, name, email, email_verified, role, active) values ('p', 'Amna', 'a@example.org', true, 'admin', true);
  insert into person_session (id, expires_at, token, updated_at, person_id) values ('s', now(), 't', now(), 'p');
  insert into person_account (id, account_id, provider_id, person_id, password, updated_at)
    values ('a', 'p', 'credential', 'p', 'salt:hash', '2024-01-01 12:00:00.123456+05');
  insert into person_verification (id, identifier, value, expires_at) values ('v', 'i', 'x', now());
  insert into api_key (person_id, name, role, prefix, token_hash, expires_at)
    values ('p', 'key', 'viewer', 'cw_', sha256('token'), 'infinity');
  insert into one_time_link (token_hash, kind) values (sha256('link'), 'first-admin');
  insert into access_secret (value) values ('secret');
  insert into idempotency_key (actor, key, request_digest, subject_id, revision)
    values ('p', 'key-of-a-create', sha256('what was asked'), 'three', 2);
  insert into incident_assignment (incident_id, person_id) values ('three', 'p');
  insert into incident_watch (incident_id, person_id) values ('two', 'p');
  insert into import_batch (file_name, size, digest, format, origins, started_by, state, runner)
    values ('a.csv', 10, sha256('a'), 'ucdp', '{ucdp}', 'p', 'committed', 'r');
  insert into import_map (batch_id, features) values (1, '[]');
  insert into import_row (batch_id, incident_id, row_number, before, version, image, said)
    values (1, 'one', 2, 0, 1, '{}', '\\x0102');
  insert into import_double (batch_id, incident_id) values (1, 'four');
  insert into import_issue (batch_id, kind, row_number, field, value, reason) values (1, 'note', 2, 'f', 'v', 'r');
  insert into import_mapping (name, mapping, saved_by) values ('m', '{}', 'p');
  insert into watched_source (id, etag, faults) values ('news', '"1"', '[{"at": "2024-01-01T00:00:00.000Z", "reason": "x"}]');
  insert into watch_lease (holder, until) values ('a process', 'infinity');
  insert into article (id, source_id, address, is_watched_page, title, publisher, language, published_at, text, signature,
      sites, taken_by)
    values ('6f9619ff-8b86-d011-b42d-00cf4fc964ff', 'news', 'https://news.example/1', false, 't', 'p', 'ur',
      '2024-01-01 12:00:00.123456+05', 'کوئٹہ', sha256('text'), '[]', 'watcher');
  insert into draft (article_id, position, kind, draft, evidence, candidates)
    values ('6f9619ff-8b86-d011-b42d-00cf4fc964ff', 0, 'incident', '{"a": 1}', '[]', '[]');
  insert into not_duplicate (one_id, other_id, decided_by) values ('three', 'two', 'p')`;

const OLD_RECORDS = `
  update revision set value = 2, last_key = 1;
  insert into incident (
    id, key, title, summary, start_day, end_day, date_precision, event_type, sub_event_type, target, target_type,
    place_name, place_precision, reliability, credibility, status, project_site, notes, summarises_day, origin, licence,
    version, revision
  ) values (
    'old', 1, 'Old', '', '2024-01-01', '2024-01-01', 'day', 'Protests', 'Peaceful protest', '', 'civilians', '',
    'country', 'A', '1', 'reported', '', '', false, 'test', 'CC0', 1, 2);
  insert into incident_version (incident_id, version, revision, changed_by, reason, incident) values ('old', 1, 2, 'tester', '', '{
    "id": "old", "title": "Old", "summary": "", "occurred": {"start": "2024-01-01", "end": "2024-01-01", "precision": "day"},
    "eventType": "Protests", "subEventType": "Peaceful protest", "actors": [], "target": "", "targetType": "civilians",
    "place": {"name": "", "province": null, "district": null, "latitude": null, "longitude": null, "precision": "country"},
    "casualties": {"killed": null, "wounded": null, "abducted": null, "attackersKilled": null, "chineseKilled": null,
      "chineseWounded": null},
    "sources": [], "grade": {"reliability": "A", "credibility": "1"}, "status": "reported", "targetedSites": [],
    "projectSite": "", "notes": "", "summarisesDay": false, "origin": "test", "licence": "CC0"}')`;

async function runSql(place: Place, text: string): Promise<void> {
  if (place.databaseUrl) await runOnce(place.databaseUrl, text);
  else await runEmbeddedSql(place.dataDir, text);
}

interface Image {
  readonly tables: Record<string, string[]>;
  readonly constraints: string[];
  readonly triggers: string[];
}

/** Everything in a database, read by other means than the backup's. */
async function imageOf(place: Place): Promise<Image> {
  const { client, end } = await connect(place);
  try {
    await client.query("set time zone 'UTC'");
    const texts = async (query: string) => (await client.query<{ text: string }>(query)).rows.map(({ text }) => text);
    const names = await texts(
      "select table_name as text from information_schema.tables where table_schema = 'public' order by 1",
    );
    const tables: Record<string, string[]> = {};
    for (const name of names) tables[name] = await texts(`select t::text as text from ${name} t order by 1`);
    const constraints = await texts(
      `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
       where connamespace = 'public'::regnamespace order by 1`,
    );
    const triggers = await texts(
      "select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text as text from pg_trigger where not tgisinternal order by 1",
    );
    return { tables, constraints, triggers };
  } finally {
    await end();
  }
}

async function connect({ dataDir, databaseUrl }: Place): Promise<{ client: pg.Client; end: () => Promise<void> }> {
  const database = new EmbeddedPostgres({
    workerUrl: WORKER_URL,
    directory: join(dataDir, 'postgres'),
    limits: { openMs: 60_000, queryMs: 60_000 },
    onWarning: quiet,
  });
  const client = new pg.Client(databaseUrl ? { connectionString: databaseUrl } : database.poolConfig());
  await client.connect();
  const end = async () => {
    await client.end();
    await database.close();
  };
  return { client, end };
}
