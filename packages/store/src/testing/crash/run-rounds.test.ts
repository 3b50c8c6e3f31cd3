import { expect, test } from 'vitest';
import { runRounds } from './run-rounds.ts';

/** Among them a database that is made, some that are upgraded, a load and writes. */
const ROUNDS = 10;

test('loses nothing to kills at random moments, and needs no help to start again', { timeout: 600_000 }, async () => {
  const results = await runRounds({ rounds: ROUNDS, database: 'embedded', seed: 7, onRound: () => undefined });
  expect(results).toHaveLength(ROUNDS);
  expect(results.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(ROUNDS);
  expect(new Set(results.map(({ kind }) => kind)).size).toBeGreaterThan(1);
});
