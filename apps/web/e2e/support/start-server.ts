import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from './repository.ts';

const START_MS = 120_000;
const STOP_MS = 15_000;
const TAIL_CHARACTERS = 4000;

export interface TestServer {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  /** The last of what it has printed. */
  printed(): string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built server as a reader would, on a free port with data of its own, and resolves when it says that it is ready. */
export async function startServer({
  script = 'apps/api/dist/main.js',
  env = {},
}: ServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-data-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, [script], {
    cwd: REPOSITORY,
    env: { ...defaultEnvironment(), HOST: '127.0.0.1', PORT: new URL(url).port, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async () => {
    await end(child);
    process.off('exit', killWithUs);
    await rm(dataDir, { recursive: true, force: true });
  };
  let output = '';
  const note = (chunk: Buffer) => {
    output = (output + chunk).slice(-TAIL_CHARACTERS);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const printed = () => output;
  try {
    await untilReady(child, url, printed);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, printed, stop };
}

/** What a fresh machine has: the tests must not depend on how this one is set up. */
function defaultEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, TILES_URL: _tiles, LOG_LEVEL: _level, NODE_ENV: _mode, ...rest } = process.env;
  const isOurs = (name: string) => /^(VITEST|ACCESS|OIDC_|PROPOSAL_|BASE_URL$|TRUST_PROXY$)/.test(name);
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !isOurs(name)));
}

function untilReady(child: ChildProcess, url: string, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}. Its last words:\n${printed()}`));
    const timer = setTimeout(() => fail(`was not ready after ${START_MS / 1000} s`), START_MS);
    const read = () => {
      if (!printed().includes(url)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not start (${error.message})`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${signal ?? code} before it was ready`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port on 127.0.0.1')),
      );
    });
  });
}
