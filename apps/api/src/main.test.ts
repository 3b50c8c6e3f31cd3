import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(folder, 'node_modules', '.main-test');
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corridor-main-'));
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(outDir, { recursive: true, force: true });
});

const children = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  children.clear();
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves once the output matches; rejects when the process ends before. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly exit: Promise<number | null>;
}

/** Runs the built server from another folder than its own, as an operator would. */
function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [join(outDir, 'main.js')], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, DATA_DIR: join(dataDir, 'data'), PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  children.add(child);
  let output = '';
  const exit = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      void exit.then((code) => reject(new Error(`Ended with ${code}: ${output}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { child, output: () => output, until, exit };
}

async function urlOf(server: Run): Promise<string> {
  return (await server.until(/Ready: (http:\S+)/))[1] ?? '';
}

describe('the built server', { timeout: 120_000 }, () => {
  it('creates and fills its database once, and stops cleanly with an event stream open', async () => {
    const first = run({});
    const url = await urlOf(first);
    expect(first.output()).toMatch(/^Creating the database …\nLoading \d+ incidents …\n/);
    expect(await (await fetch(`${url}/v1/incidents?limit=1`)).json()).toMatchObject({ revision: 1 });
    expect((await fetch(`${url}/docs/swagger-ui.css`)).status).toBe(200);
    const stream = await fetch(`${url}/v1/events`);
    const events = stream.text();
    first.child.kill('SIGTERM');
    expect(await events).toContain('event: revision');
    expect(await first.exit).toBe(0);

    const second = run({});
    await urlOf(second);
    expect(second.output()).not.toMatch(/Creating|Loading/);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  it('finishes a request in flight before it ends', async () => {
    const server = run({});
    const url = await urlOf(server);
    const response = await fetch(`${url}/v1/incidents.ndjson`);
    server.child.kill('SIGTERM');
    await server.until(/Stopping on SIGTERM/);
    const lines = (await response.text()).split('\n').slice(0, -1);
    expect(String(lines.length)).toBe(response.headers.get('X-Corridor-Matched'));
    expect(await server.exit).toBe(0);
  });

  it('answers over the wire what no client library would send', async () => {
    const server = run({});
    const url = await urlOf(server);
    for (const path of [`/v1/incidents?q=${'a'.repeat(100_000)}`, '/v1/incidents?q=%', `/${'a'.repeat(19_000)}`]) {
      const { status } = await fetch(url + path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });

  it('says that the port is in use, and ends with 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const server = run({ PORT: String(port) });
    expect(await server.exit).toBe(1);
    expect(server.output()).toMatch(/port is in use.*Set PORT/);
    taken.close();
  });

  it('names every wrong variable, and ends with 1', async () => {
    const server = run({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await server.exit).toBe(1);
    expect(server.output()).toMatch(/PORT must be .*\nLOG_LEVEL must be one of/);
  });

  it('says that the data directory is in use by another server', async () => {
    const first = run({});
    await urlOf(first);
    const second = run({});
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/The store cannot be opened: .+/);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
