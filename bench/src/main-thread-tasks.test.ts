import { expect, test } from 'vitest';
import { readTasks } from './main-thread-tasks.ts';

const thread = (pid: number, tid: number, name: string) => ({ name: 'thread_name', ph: 'M', pid, tid, args: { name } });
const task = (pid: number, tid: number, ms: number) => ({
  name: 'ThreadControllerImpl::RunTask',
  ph: 'X',
  pid,
  tid,
  dur: 1000 * ms,
});

test('only tasks of the busiest main thread of a page count', () => {
  const trace = {
    traceEvents: [
      thread(1, 1, 'CrRendererMain'),
      thread(1, 2, 'DedicatedWorker thread'),
      thread(2, 1, 'CrRendererMain'),
      ...[3, 60, 51, 50, 1, 2].map((ms) => task(1, 1, ms)),
      task(1, 2, 900),
      task(2, 1, 55),
      { name: 'FunctionCall', ph: 'X', pid: 1, tid: 1, dur: 1e6 },
    ],
  };
  expect(readTasks(JSON.stringify(trace))).toEqual({ longest: [60, 51, 50, 3, 2], long: 2, count: 6 });
});

test('a text that is no trace is refused', () => {
  expect(() => readTasks('{}')).toThrow(/trace/);
});
