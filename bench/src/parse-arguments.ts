import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const PARTS = ['skew', 'budget', 'table', 'engine', 'rivals', 'map', 'browser', 'http', 'imports'] as const;
export type Part = (typeof PARTS)[number];

export interface Arguments {
  /** How many incidents, one run of everything for each. */
  readonly rows: readonly number[];
  readonly parts: readonly Part[];
  /** Rivals are measured at no more incidents than this: some take minutes for what takes us milliseconds. */
  readonly rivalsUpTo: number;
  /** A UCDP GED file whose incidents are taken instead of made-up ones. */
  readonly file: string | null;
}

export const USAGE = `npm run bench -- [--rows 10000,100000,1000000] [--parts ${PARTS.join(',')}] [--rivals-up-to 1000000] [--file ucdp-ged.csv]`;
const MAX_ROWS = 5_000_000;

/** Throws RangeError or TypeError with one plain line on anything that is not in USAGE. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '10000,100000,1000000' },
      parts: { type: 'string', default: PARTS.join(',') },
      'rivals-up-to': { type: 'string', default: String(MAX_ROWS) },
      file: { type: 'string' },
    },
  });
  const wanted = values.parts.split(',').map(parsePart);
  return {
    rows: values.rows.split(',').map((text) => parseRows('--rows', text)),
    parts: PARTS.filter((part) => wanted.includes(part)),
    rivalsUpTo: parseRows('--rivals-up-to', values['rivals-up-to']),
    file: values.file ?? null,
  };
}

function parseRows(option: string, text: string): number {
  const rows = /^\d+$/.test(text) ? Number(text) : 0;
  if (rows >= 1 && rows <= MAX_ROWS) return rows;
  throw new RangeError(`${option} takes whole numbers from 1 to ${MAX_ROWS}, not "${text}"`);
}

function parsePart(text: string): Part {
  const part = PARTS.find((name) => name === text);
  if (part) return part;
  throw new RangeError(`--parts takes any of ${PARTS.join(', ')} with commas between, not "${text}"`);
}
