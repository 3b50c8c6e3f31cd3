import { cpus, totalmem } from 'node:os';
import { SEED } from './seeded-table.ts';

/** What a reader needs to know to compare these figures with others. */
export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}), seed ${SEED}`,
  ].join('\n');
}
