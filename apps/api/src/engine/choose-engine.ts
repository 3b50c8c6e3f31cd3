import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import type { EngineKind } from './query-engine.ts';

/**
 * What an incident takes in memory, by measurement at 1,000,000 seeded incidents (355 bytes for table, texts, engine,
 * kept encodings and the next engine while the old one answers), with room for longer texts and for orders of rows.
 */
const BYTES_AN_INCIDENT = 600;
/** Of that, what may lie in JavaScript's own heap for a while. */
const HEAP_BYTES_AN_INCIDENT = 100;
/** The share of its memory that a process gives to the table: the rest is for answers, the database and the system. */
const SHARE = 0.5;

/** What a process may use, in bytes. */
export interface Memory {
  readonly total: number;
  readonly heap: number;
}

export interface EngineChoice {
  readonly kind: EngineKind;
  /** For the log and whoever asks. */
  readonly reason: string;
}

/** The memory of the machine, or of the container where that is less, and the limit of the heap. */
export function readMemory(): Memory {
  const constrained = process.constrainedMemory();
  const machine = totalmem();
  return {
    total: constrained > 0 && constrained < machine ? constrained : machine,
    heap: getHeapStatistics().heap_size_limit,
  };
}

/** `auto`: memory, unless the incidents would take more than the process has to spare. */
export function chooseEngine(wanted: 'auto' | EngineKind, incidents: number, memory: Memory): EngineChoice {
  if (wanted !== 'auto') return { kind: wanted, reason: `QUERY_ENGINE is ${wanted}` };
  const needs = incidents * BYTES_AN_INCIDENT;
  const needsHeap = incidents * HEAP_BYTES_AN_INCIDENT;
  const words = `${incidents} incidents take about ${inMegabytes(needs)} of memory`;
  if (needs > memory.total * SHARE) {
    return { kind: 'sql', reason: `${words}, more than half of the ${inMegabytes(memory.total)} there are` };
  }
  if (needsHeap > memory.heap * SHARE) {
    return {
      kind: 'sql',
      reason: `${words}, ${inMegabytes(needsHeap)} of it in a heap of ${inMegabytes(memory.heap)}: more than half`,
    };
  }
  return { kind: 'memory', reason: `${words}, less than half of the ${inMegabytes(memory.total)} there are` };
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
