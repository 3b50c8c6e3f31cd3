import { openStore } from '../open-store.ts';
import { anIncident } from './any-incident.ts';

/**
 * Program that a test runs in a process of its own: `hold <dataDir>` opens a store and keeps it open; `write <dataDir>
 * <prefix>` saves one incident after another. Each line that it prints is a fact that the test may rely on.
 */
async function main([mode, dataDir, prefix]: readonly string[]): Promise<void> {
  if (!dataDir) throw new Error('usage: hold <dataDir> | write <dataDir> <prefix>');
  const store = await openStore({ dataDir });
  process.stdout.write('open\n');
  if (mode === 'hold') return;
  for (let number = 0; ; number++) {
    const id = `${prefix}-${number}`;
    const revision = await store.saveIncidents([anIncident(id), anIncident('shared', { title: id })], {
      by: 'child',
      reason: 'a test',
    });
    process.stdout.write(`saved ${id} ${revision}\n`);
  }
}

await main(process.argv.slice(2));
