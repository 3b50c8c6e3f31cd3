import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedTemplate, WORKER_URL } from '../testing/embedded-storage.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';

describe('PGlite behind pg', { timeout: 120_000 }, () => {
  let template: EmbeddedTemplate;
  let database: EmbeddedPostgres;
  let pool: pg.Pool;

  beforeAll(async () => {
    template = await EmbeddedTemplate.create();
    database = new EmbeddedPostgres({
      workerUrl: WORKER_URL,
      directory: join(await template.copy(), 'postgres'),
      limits: { openMs: 60_000, queryMs: 60_000 },
      onWarning: () => undefined,
    });
    pool = new pg.Pool({ ...database.poolConfig(), max: 6 });
    pool.on('error', () => undefined);
    await pool.query('create table note (id integer primary key, text text)');
  });
  afterAll(async () => {
    await pool.end();
    await database.close();
    await template.remove();
  });

  test('runs with fsync on, and syncs by a call that PGlite passes on', async () => {
    const { rows } = await pool.query(
      "select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit') order by name",
    );
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'wal_sync_method', setting: 'fsync' },
    ]);
  });

  test('goes on after an error, on the same connection and on others', async () => {
    await expect(pool.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    await expect(pool.query('nonsense')).rejects.toMatchObject({ code: '42601' });
    const answers = await Promise.all([1, 2, 3].map((value) => pool.query('select $1::int as value', [value])));
    expect(answers.map(({ rows }) => rows[0].value)).toEqual([1, 2, 3]);
  });

  test('keeps concurrent transactions apart', async () => {
    await pool.query('insert into note values (1, $1)', ['0']);
    const increment = async () => {
      const client = await pool.connect();
      await client.query('begin');
      const { rows } = await client.query('select text from note where id = 1');
      await new Promise((resolve) => setImmediate(resolve));
      await client.query('update note set text = $1 where id = 1', [String(Number(rows[0].text) + 1)]);
      await client.query('commit');
      client.release();
    };
    await Promise.all(Array.from({ length: 20 }, increment));
    const { rows } = await pool.query('select text from note where id = 1');
    expect(rows[0].text).toBe('20');
  });

  test('rolls back what a dropped connection left open, and lets the next one in', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into note values (2, 'half done')");
    const next = pool.query('select count(*)::int as count from note where id = 2');
    client.release(new Error('dropped'));
    expect((await next).rows[0].count).toBe(0);
  });

  test('rolls back after a failed transaction was dropped', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into note values (3, 'half done')");
    await expect(client.query('select 1 / 0')).rejects.toThrow(/division by zero/);
    client.release(true);
    expect((await pool.query('select count(*)::int as count from note where id = 3')).rows[0].count).toBe(0);
  });

  test('carries parameters and answers of many megabytes', async () => {
    const text = randomBytes(4_000_000).toString('hex');
    const { rows } = await pool.query('select $1::text as text', [text]);
    expect(rows[0].text === text).toBe(true);
  });
});
