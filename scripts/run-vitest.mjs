import { existsSync, readFileSync } from 'node:fs';
import { runTool } from './run.mjs';

/**
 * What is read of vitest's JSON report.
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly {
 *     name: string, status: string, message?: string,
 *     assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] | null }[],
 *   }[],
 * }} Report
 */

/**
 * Runs one set of tests and counts them.
 * @param {string} config
 * @param {string} report where vitest writes its JSON
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: readonly string[] }>}
 */
export async function runVitest(config, report) {
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest/vitest.mjs', args);
  return tallyOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, code);
}

/**
 * What a run counts for. A run that ends badly without a failed test (a file that cannot load, an error after
 * the tests, no tests at all, a crash before the report) counts as one failure.
 * @param {Report | null} report
 * @param {number} exitCode
 */
export function tallyOf(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ['The run left no report'] };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const failed = numFailedTests === 0 && exitCode !== 0 ? 1 : numFailedTests;
  return { passed, failed, skipped: numPendingTests + numTodoTests, failures: failuresOf(report) };
}

/**
 * A line for each test that failed and for each file that could not be run: its name, and how its message begins.
 * @param {Report} report
 */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [lineOf(name, message)] : [];
    return failed.map((test) => lineOf(`${name} > ${test.fullName}`, test.failureMessages?.[0] ?? ''));
  });
}

/** @type {(what: string, message: string) => string} */
function lineOf(what, message) {
  return `${what}: ${message.replaceAll(/\s+/g, ' ').slice(0, 500)}`;
}
