import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../build-server.ts';
import { formatFaults, formatFuzz } from './format-fuzz.ts';
import { type FuzzReport, runFuzz } from './fuzz-run.ts';
import { parseFuzzArguments, USAGE } from './parse-fuzz-arguments.ts';

const PROGRESS_EVERY = 5_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(): Promise<boolean> {
  const { requests, seed } = parseFuzzArguments(process.argv.slice(2));
  say(`${requests} requests, --seed ${seed}`);
  const report = await fuzz(requests, seed);
  say(`\n${formatFuzz(report)}`);
  if (report.faults.length > 0) say(`\n${formatFaults(report.faults)}`);
  return report.faults.length === 0;
}

async function fuzz(requests: number, seed: number): Promise<FuzzReport> {
  const built = await buildServer('fuzz');
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-fuzz-'));
  try {
    const server = built.start({ ACCESS: 'login', DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: 'yes' });
    const onProgress = (done: number) => {
      if (done % PROGRESS_EVERY === 0) say(`${done} sent`);
    };
    const report = await runFuzz({ server, dataDir, requests, seed, onProgress });
    if (report.faults.length > 0) say(server.output().slice(-8_000));
    return report;
  } finally {
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A wrong argument in one line; anything else is our own mistake. */
function explain(error: unknown): string {
  if (error instanceof RangeError || error instanceof TypeError) return `${error.message}\nUsage: ${USAGE}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  },
);
