import { parseArgs } from 'node:util';

export interface Arguments {
  /** How many seeded incidents, one run of everything for each. */
  readonly rows: readonly number[];
  readonly browser: boolean;
}

export const USAGE = 'npm run bench -- [--rows 10000,100000,1000000] [--skip-browser]';
const MAX_ROWS = 5_000_000;

/** Throws RangeError or TypeError with one plain line on anything that is not in USAGE. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '10000,100000,1000000' },
      'skip-browser': { type: 'boolean', default: false },
    },
  });
  return { rows: values.rows.split(',').map(parseRows), browser: !values['skip-browser'] };
}

function parseRows(text: string): number {
  const rows = /^\d+$/.test(text) ? Number(text) : 0;
  if (rows >= 1 && rows <= MAX_ROWS) return rows;
  throw new RangeError(`--rows takes whole numbers from 1 to ${MAX_ROWS} with commas between, not "${text}"`);
}
