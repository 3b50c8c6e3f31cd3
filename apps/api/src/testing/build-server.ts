import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../..', import.meta.url));

/** A process of the built server. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly output: () => string;
  /** Resolves once the output matches; rejects when the process ends before. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Where it listens, once it does. */
  readonly url: () => Promise<string>;
  readonly exit: Promise<number | null>;
}

export interface BuiltServer {
  /** Runs it from another folder than its own, as an operator would, on a free port. */
  start(env: Readonly<Record<string, string>>): ServerProcess;
  /** Kills what still runs. */
  killAll(): Promise<void>;
  remove(): Promise<void>;
}

/** Builds the server as for production, into a folder of its own. Takes some seconds. */
export async function buildServer(name: string): Promise<BuiltServer> {
  const outDir = join(folder, 'node_modules', `.${name}`);
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  const children = new Set<ChildProcess>();
  async function killAll(): Promise<void> {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    children.clear();
  }
  return {
    start(env) {
      const server = run(join(outDir, 'main.js'), env);
      children.add(server.child);
      return server;
    },
    killAll,
    async remove() {
      await killAll();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

function run(file: string, env: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [file], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
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
  return {
    child,
    output: () => output,
    until,
    url: async () => (await until(/Ready: (http:\S+)/))[1] ?? '',
    exit,
  };
}
