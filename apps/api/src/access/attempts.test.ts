import { expect, it } from 'vitest';
import { Attempts } from './attempts.ts';
import { TooManyAttempts } from './too-many-attempts.ts';

const LIMITS = { free: 3, firstWaitMs: 1_000, longestWaitMs: 8_000, forgetMs: 60_000, maxKeys: 3 };

function waitOf(attempts: Attempts, key: string): number {
  try {
    attempts.begin(key);
    return 0;
  } catch (error) {
    if (error instanceof TooManyAttempts) return error.retryAfterSeconds;
    throw error;
  }
}

it('blocks after the free failures for waits that double up to the longest', () => {
  let now = 0;
  const blocked: string[] = [];
  const attempts = new Attempts(
    LIMITS,
    () => now,
    (key) => blocked.push(key),
  );
  for (let attempt = 0; attempt < 3; attempt++) expect(waitOf(attempts, 'a')).toBe(0);
  for (const seconds of [1, 2, 4, 8, 8]) {
    expect(waitOf(attempts, 'a')).toBe(seconds);
    now += seconds * 1000 - 1;
    expect(waitOf(attempts, 'a')).toBe(1);
    now += 1;
    expect(waitOf(attempts, 'a')).toBe(0);
  }
  expect(blocked).toEqual(['a']);
  expect(waitOf(attempts, 'b')).toBe(0);
});

it('starts anew after success, and after a long rest', () => {
  let now = 0;
  const attempts = new Attempts(LIMITS, () => now);
  for (let attempt = 0; attempt < 3; attempt++) attempts.begin('a');
  attempts.succeed('a');
  for (let attempt = 0; attempt < 3; attempt++) attempts.begin('a');
  expect(waitOf(attempts, 'a')).toBe(1);
  now += 60_000;
  expect(waitOf(attempts, 'a')).toBe(0);
  expect(waitOf(attempts, 'a')).toBe(0);
});

it('counts attempts that are under way as failed', () => {
  const attempts = new Attempts(LIMITS, () => 0);
  const waits = Array.from({ length: 10 }, () => waitOf(attempts, 'a'));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
});

it('takes back one that was good and keeps the others', () => {
  const attempts = new Attempts(LIMITS, () => 0);
  for (let attempt = 0; attempt < 3; attempt++) attempts.begin('a');
  attempts.takeBack('a');
  expect(waitOf(attempts, 'a')).toBe(0);
  expect(waitOf(attempts, 'a')).toBe(1);
});

it('remembers a bounded number of keys, the latest', () => {
  const attempts = new Attempts(LIMITS, () => 0);
  for (let attempt = 0; attempt < 3; attempt++) attempts.begin('a');
  for (const key of ['b', 'c']) attempts.begin(key);
  expect(waitOf(attempts, 'a')).toBe(1);
  attempts.begin('d');
  expect(waitOf(attempts, 'a')).toBe(0);
});
