import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Under the package, so that the bundle finds the package's dependencies; `dist` is in no repository. */
const OUTPUT = fileURLToPath(new URL('../../dist/child-store/', import.meta.url));

/** Bundles child-store.ts as an app would be, since Node 20 runs no TypeScript. Gives the file to run. */
export async function buildChildStore(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./child-store.ts', import.meta.url)),
      outDir: OUTPUT,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child-store.mjs' } },
    },
  });
  return `${OUTPUT}child-store.mjs`;
}

export async function removeChildStore(): Promise<void> {
  await rm(OUTPUT, { recursive: true, force: true });
}

/** A process that has a store open. */
export class ChildStore {
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;
  /** What it has printed, line by line. */
  readonly lines: string[] = [];
  errors = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exit = new Promise((resolve) => child.once('close', () => resolve()));
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.lines.push(line));
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
