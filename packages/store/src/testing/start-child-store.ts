import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Under the package, so that the bundle finds the package's dependencies; `dist` is in no repository. */
const OUTPUT = new URL('../../dist/children/', import.meta.url);

/** A program for processes of its own. */
export interface ChildProgram {
  /** The file to run. */
  readonly file: string;
  remove(): Promise<void>;
}

/** Bundles a program as an app would be, since Node 20 runs no TypeScript. */
export async function buildChildProgram(source: URL): Promise<ChildProgram> {
  const name = basename(source.pathname, '.ts');
  const outDir = await mkdtemp(`${await madeFolder(OUTPUT)}${name}-`);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(source),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return { file: join(outDir, `${name}.mjs`), remove: () => rm(outDir, { recursive: true, force: true }) };
}

async function madeFolder(url: URL): Promise<string> {
  const folder = fileURLToPath(url);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A process that has a store open. */
export class ChildStore {
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;
  #ended = false;
  #toldOfLines: () => void = () => undefined;
  /** What it has printed, line by line. */
  readonly lines: string[] = [];
  errors = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exit = new Promise((resolve) => {
      child.once('close', () => {
        this.#ended = true;
        this.#toldOfLines();
        resolve();
      });
    });
    if (child.stdout) {
      createInterface(child.stdout).on('line', (line) => {
        this.lines.push(line);
        this.#toldOfLines();
      });
    }
    child.stderr?.on('data', (chunk) => {
      this.errors += String(chunk);
    });
  }

  static start(program: string, ...args: string[]): ChildStore {
    return new ChildStore(spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** How it ended: an exit code, or the signal that ended it; null while it runs. */
  get outcome(): number | NodeJS.Signals | null {
    return this.#child.exitCode ?? this.#child.signalCode;
  }

  /** Resolves when it has printed so many lines, or has ended. One at a time. */
  async printed(count: number): Promise<void> {
    while (this.lines.length < count && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#toldOfLines = resolve;
      });
    }
  }

  /** Ends it without a chance to put anything in order, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }

  /** Waits for it to end by itself. */
  async ended(): Promise<void> {
    await this.#exit;
  }
}
