import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Runs `create` and weighs what its result keeps alive, on the heap and outside of it. Collects garbage before and after. */
export function retainedBytes<T>(create: () => T): { readonly result: T; readonly bytes: number } {
  const collect = garbageCollector();
  const before = usedBytes(collect);
  const result = create();
  return { result, bytes: usedBytes(collect) - before };
}

/** Twice: what a first collection finalises, only a second frees. */
function usedBytes(collect: () => void): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Node has no other way to reach it without a flag on the command line. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new TypeError('Expected this Node to have a collector to call');
  return () => collect();
}
