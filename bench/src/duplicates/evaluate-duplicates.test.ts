import { DUPLICATE_THRESHOLD } from '@corridor/domain';
import { describe, expect, test } from 'vitest';
import { measure, type ScoredPair, scorePairs } from './evaluate-duplicates.ts';

const scored = await scorePairs();
const part = (name: string) => scored.filter(({ pair }) => pair.part === name);

describe('the labelled pairs', () => {
  test('are many, of both kinds, and a part of each kind is held out', () => {
    expect(scored.length).toBeGreaterThanOrEqual(150);
    for (const same of [true, false]) {
      for (const name of ['tuning', 'held-out']) {
        expect(part(name).filter(({ pair }) => pair.same === same).length).toBeGreaterThan(25);
      }
    }
  });

  test('are told one from the other no worse than they were', () => {
    const [all, heldOut] = [measure(scored, DUPLICATE_THRESHOLD), measure(part('held-out'), DUPLICATE_THRESHOLD)];
    expect(all.recall).toBeGreaterThan(0.9);
    expect(all.precision).toBeGreaterThan(0.85);
    expect(heldOut.recall).toBeGreaterThan(0.85);
    expect(heldOut.precision).toBeGreaterThan(0.8);
    expect(measure(scored, 0.7).precision).toBeGreaterThan(0.95);
  });

  test('have reasons wherever they have a high score', () => {
    const high = scored.filter(({ score }) => score >= DUPLICATE_THRESHOLD);
    expect(high.filter(({ reasons }) => reasons.length < 2)).toEqual([]);
  });
});

test('counts of what is called one event how much is, and of what is how much is called so', () => {
  const [one] = scored;
  if (!one) throw new Error('There are no pairs');
  const made = (same: boolean, score: number): ScoredPair => ({ ...one, score, pair: { ...one.pair, same } });
  const four = [made(true, 0.9), made(true, 0.4), made(false, 0.7), made(false, 0.1), made(true, 0.6)];
  expect(measure(four, 0.6)).toEqual({ threshold: 0.6, precision: 2 / 3, recall: 2 / 3 });
  expect(measure(four, 0.95)).toEqual({ threshold: 0.95, precision: 1, recall: 0 });
});
