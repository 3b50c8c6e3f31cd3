import { existsSync, readFileSync } from 'node:fs';
import { runTool } from './run.mjs';

/**
 * Runs one set of tests and counts them.
 * @param {string} config
 * @param {string} report where vitest writes its JSON
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runVitest(config, report) {
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest/vitest.mjs', args);
  return tallyOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, code);
}

/**
 * What a run counts for. A run that ends badly without a failed test (a file that cannot load, an error after
 * the tests, no tests at all, a crash before the report) counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | null} report
 * @param {number} exitCode
 */
export function tallyOf(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const failed = numFailedTests === 0 && exitCode !== 0 ? 1 : numFailedTests;
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}
