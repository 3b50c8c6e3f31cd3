import { readFile } from 'node:fs/promises';
import { openStore } from '../../open-store.ts';
import type { Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { aPortfolio } from '../a-portfolio.ts';
import { incidentOf, type WriteOperation } from './write-operation.ts';

/** What the program is told, in a file. */
export interface ChildPlan {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly lanes: readonly (readonly WriteOperation[])[];
}

/**
 * Program that is killed while it writes: opens the store of a plan, makes the writes of each lane one after the other, and
 * closes it. Prints `opening`, `open MS`, `done LANE NUMBER REVISION` for each write that was acknowledged, and `lost LANE
 * NUMBER CODE` for one after which it is not known whether it was.
 */
async function main(file: string): Promise<void> {
  const { dataDir, databaseUrl, lanes }: ChildPlan = JSON.parse(await readFile(file, 'utf8'));
  say('opening');
  const startedAt = performance.now();
  const store = await openStore({ dataDir, databaseUrl });
  say(`open ${Math.round(performance.now() - startedAt)}`);
  await Promise.all(lanes.map((operations, lane) => writeLane(store, operations, lane)));
  await store.close();
}

async function writeLane(store: Store, operations: readonly WriteOperation[], lane: number): Promise<void> {
  for (const [number, operation] of operations.entries()) {
    try {
      const revision = await write(store, operation);
      say(`done ${lane} ${number} ${revision}`);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'unreachable') throw error;
      say(`lost ${lane} ${number} ${error.code}`);
      return;
    }
  }
}

async function write(store: Store, operation: WriteOperation): Promise<number> {
  const change = { by: 'child', reason: operation.token };
  switch (operation.kind) {
    case 'load':
      return store.loadPortfolio(aPortfolio(operation.ids.map((id) => incidentOf(id, operation.token))));
    case 'save':
      return store.saveIncidents(
        operation.ids.map((id) => incidentOf(id, operation.token)),
        change,
      );
    case 'merge':
      return store.mergeIncidents(operation.ids, operation.into, change);
    case 'split':
      return store.splitIncidents(operation.ids, change);
    case 'act': {
      const subject = { kind: 'test', id: null };
      const entry = await store.recordAct({ actor: 'child', action: 'test.act', subject, reason: operation.token });
      return entry.position;
    }
  }
}

/** At once: what is printed later than the moment of the kill was never acknowledged. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(process.argv[2] ?? '');
