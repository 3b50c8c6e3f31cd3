import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppsWhenNeeded } from './build-apps.mjs';
import { checkLayers } from './check-layers.mjs';
import { checkLockfile } from './check-lockfile.mjs';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { runTool } from './run.mjs';
import { runVitest } from './run-vitest.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number, failures?: readonly string[] }} Tally */

checkNode();
const reports = mkdtempSync(join(tmpdir(), 'corridor-test-'));
/** @type {(ok: boolean) => Tally} */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
/** @type {(entry: string, ...args: string[]) => Promise<Tally>} */
const tool = async (entry, ...args) => one((await runTool(entry, args)) === 0);

/** @type {readonly [title: string, step: () => Tally | Promise<Tally>][]} */
const STEPS = [
  ['types of the packages for every platform', () => tool('typescript/bin/tsc', '-p', 'tsconfig.pure.json')],
  ['types of the server, the tests and the scripts', () => tool('typescript/bin/tsc', '-p', 'tsconfig.node.json')],
  ['types of the dashboard', () => tool('typescript/bin/tsc', '-p', 'tsconfig.web.json')],
  ['lint and format', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  ['layers', () => one(checkLayers())],
  ['unused code and dependencies', () => tool('knip/bin/knip.js')],
  ['lockfile', () => one(checkLockfile())],
  ['unit, property and API tests', () => runVitest('vitest.config.ts', join(reports, 'unit.json'))],
  ['build', async () => one(await buildAppsWhenNeeded())],
  ['browser journeys', () => runVitest('apps/web/e2e/vitest.config.ts', join(reports, 'journeys.json'))],
];

const total = await runAll();
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runAll() {
  if (!(await installWhenNeeded())) return one(false);
  const sum = one(true);
  /** @type {string[]} */
  const lines = [];
  for (const [title, step] of STEPS) {
    console.log(`\n── ${title}`);
    const startedAt = Date.now();
    const { passed, failed, skipped = 0, failures = [] } = await step();
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} SKIPPED` : ''}`;
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${title}: ${counts} (${seconds} s)`,
      ...failures.map((failure) => `        ${failure}`),
    );
  }
  console.log(`\n${lines.join('\n')}\n`);
  return sum;
}
