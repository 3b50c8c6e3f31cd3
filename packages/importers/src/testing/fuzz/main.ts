import { parseArgs } from 'node:util';
import { type FuzzFilesReport, fuzzFiles } from './fuzz-files.ts';

const USAGE = 'npm run fuzz-files -- [--files 20000] [--seed 1]';
const [PROGRESS_EVERY, SHOWN, MB] = [10_000, 20, 1_048_576];
/** The largest file is under a megabyte: what is beyond was kept. */
const MEMORY_LIMIT = 1_024 * MB;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function wholeNumber(option: string, text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1) return number;
  throw new RangeError(`${option} takes a whole number from 1, not "${text}"\nUsage: ${USAGE}`);
}

function format({ counts, faults, memory }: FuzzFilesReport): string {
  return [
    '| format | files | refused whole | records | of these with issues | rows refused |',
    '|---|--:|--:|--:|--:|--:|',
    ...[...counts].map(([name, { files, refused, records, noted, rowsRefused }]) => {
      return `| ${name} | ${files} | ${refused} | ${records} | ${noted} | ${rowsRefused} |`;
    }),
    '',
    `- memory: ${Math.round(memory / MB)} MB at most`,
    `- faults: ${faults.length}`,
    ...faults.slice(0, SHOWN),
  ].join('\n');
}

async function main(): Promise<boolean> {
  const options = { files: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  const [files, seed] = [wholeNumber('--files', values.files), wholeNumber('--seed', values.seed)];
  say(`${files} files of each format, --seed ${seed}`);
  const report = await fuzzFiles({
    files,
    seed,
    onProgress: (done) => {
      if (done % PROGRESS_EVERY === 0) say(`${done} read`);
    },
  });
  say(`\n${format(report)}`);
  return report.faults.length === 0 && report.memory < MEMORY_LIMIT;
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
