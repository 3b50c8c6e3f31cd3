import { expect, test } from 'vitest';
import { readTasks } from './main-thread-tasks.ts';

const thread = (pid: number, tid: number, name: string) => ({ name: 'thread_name', ph: 'M', pid, tid, args: { name } });
const task = (pid: number, tid: number, ts: number, ms: number, name = 'ThreadControllerImpl::RunTask') => ({
  ...{ name, ph: 'X', pid, tid },
  ...{ ts: 1000 * ts, dur: 1000 * ms, tdur: 500 * ms },
});

test('only tasks of the busiest main thread of a page count, each once', () => {
  const trace = {
    traceEvents: [
      thread(1, 1, 'CrRendererMain'),
      thread(1, 2, 'DedicatedWorker thread'),
      thread(2, 1, 'CrRendererMain'),
      ...[3, 60, 51, 50, 1, 2].map((ms, index) => task(1, 1, 100 * index, ms)),
      // The task of 60 ms, told of from around and from within.
      task(1, 1, 100, 60.5, 'RunTask'),
      task(1, 1, 120, 10, 'RunTask'),
      task(1, 2, 0, 900),
      task(2, 1, 0, 55),
      { name: 'FunctionCall', ph: 'X', pid: 1, tid: 1, ts: 0, dur: 1e6 },
    ],
  };
  expect(readTasks(JSON.stringify(trace))).toEqual({
    longest: [60.5, 51, 50, 3, 2],
    busiest: 30.25,
    long: 2,
    count: 6,
  });
});

test('a text that is no trace is refused', () => {
  expect(() => readTasks('{}')).toThrow(/trace/);
});
