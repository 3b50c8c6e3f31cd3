import { expect, it } from 'vitest';
import { tallyOf } from './run-vitest.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

it('counts what passed, failed and was skipped', () => {
  const counted = tallyOf({ ...report, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 }, 1);
  expect(counted).toMatchObject({ passed: 5, failed: 2, skipped: 4 });
});

it('counts one failure for a run that ends badly without a failed test', () => {
  expect(tallyOf(report, 1)).toMatchObject({ passed: 5, failed: 1, skipped: 0 });
});

it('counts one failure for a run that left no report', () => {
  expect(tallyOf(null, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});

it('names the tests that failed and the files that could not be run', () => {
  const failed = { fullName: 'adds up', status: 'failed', failureMessages: ['expected 3\n  to be 4'] };
  const testResults = [
    { name: 'sum.test.ts', status: 'failed', assertionResults: [{ fullName: 'is whole', status: 'passed' }, failed] },
    { name: 'gone.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
  ];
  expect(tallyOf({ ...report, numFailedTests: 1, testResults }, 1).failures).toEqual([
    'sum.test.ts > adds up: expected 3 to be 4',
    'gone.test.ts: No such module',
  ]);
});
