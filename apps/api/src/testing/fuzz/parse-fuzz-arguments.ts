import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface FuzzArguments {
  readonly requests: number;
  readonly seed: number;
}

export const USAGE = 'npm run fuzz -- [--requests 50000] [--seed 1]';
const MAX_REQUESTS = 100_000_000;
const MAX_SEED = 2 ** 31;

/** Throws RangeError or TypeError with one plain line on anything that is not in USAGE. */
export function parseFuzzArguments(args: readonly string[]): FuzzArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { requests: { type: 'string', default: '50000' }, seed: { type: 'string' } },
  });
  const requests = wholeNumber('--requests', values.requests, MAX_REQUESTS);
  const seed = values.seed === undefined ? randomInt(1, MAX_SEED) : wholeNumber('--seed', values.seed, MAX_SEED);
  return { requests, seed };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new RangeError(`${option} takes whole numbers from 1 to ${most}, not "${text}"`);
}
