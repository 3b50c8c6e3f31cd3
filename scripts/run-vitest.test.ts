import { expect, it } from 'vitest';
import { tallyOf } from './run-vitest.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

it('counts what passed, failed and was skipped', () => {
  const counted = tallyOf({ ...report, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 }, 1);
  expect(counted).toEqual({ passed: 5, failed: 2, skipped: 4 });
});

it('counts one failure for a run that ends badly without a failed test', () => {
  expect(tallyOf(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

it('counts one failure for a run that left no report', () => {
  expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
