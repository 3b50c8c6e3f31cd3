import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface CrashArguments {
  readonly rounds: number;
  readonly database: 'embedded' | 'postgres';
  readonly seed: number;
}

export const USAGE = 'npm run crash -- [--rounds 200] [--database embedded|postgres] [--seed 1]';
const MAX_ROUNDS = 100_000;
const MAX_SEED = 2 ** 31;

/** Throws RangeError or TypeError with one plain line on anything that is not in USAGE. */
export function parseCrashArguments(args: readonly string[]): CrashArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '200' },
      database: { type: 'string', default: 'embedded' },
      seed: { type: 'string' },
    },
  });
  const { database } = values;
  if (database !== 'embedded' && database !== 'postgres') {
    throw new RangeError(`--database takes embedded or postgres, not "${database}"`);
  }
  const rounds = wholeNumber('--rounds', values.rounds, MAX_ROUNDS);
  const seed = values.seed === undefined ? randomInt(1, MAX_SEED) : wholeNumber('--seed', values.seed, MAX_SEED);
  return { rounds, database, seed };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new RangeError(`${option} takes whole numbers from 1 to ${most}, not "${text}"`);
}
