import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from '../build-server.ts';
import { formatFaults } from './format-fuzz.ts';
import { runFuzz } from './fuzz-run.ts';

let built: BuiltServer;
let dataDir: string;
beforeAll(async () => {
  built = await buildServer('fuzz-test');
  dataDir = await mkdtemp(join(tmpdir(), 'corridor-fuzz-test-'));
});
afterAll(async () => {
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
});

it('answers requests made from its own document, hostile ones among them, without a fault', {
  timeout: 300_000,
}, async () => {
  const server = built.start({ ACCESS: 'login', DATA_DIR: dataDir, LOG_LEVEL: 'silent', TRUST_PROXY: 'yes' });
  const { faults, statuses } = await runFuzz({ server, dataDir, requests: 600, seed: 4 });
  expect(faults.length, formatFaults(faults)).toBe(0);
  expect(statuses.size).toBeGreaterThan(50);
});
