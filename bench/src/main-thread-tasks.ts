import type { Page } from 'playwright-core';

/** Tasks on a page's main thread while something happened, longest first, in milliseconds. */
export interface MainThreadTasks {
  readonly longest: readonly number[];
  /** How many took more than LONG_TASK_MS: long enough for a reader to feel. */
  readonly long: number;
  readonly count: number;
}

/** W3C Long Tasks: what blocks the main thread for more than 50 ms. */
const LONG_TASK_MS = 50;
const SHOWN = 5;
const TASK = 'RunTask';

/** Records a trace while `act` runs. Only tasks of the page's own main thread count. */
export async function traceMainThread(page: Page, act: () => Promise<void>): Promise<MainThreadTasks> {
  const browser = page.context().browser();
  if (!browser) throw new Error('Expected a page of a browser that was launched here');
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] });
  await act();
  return readTasks((await browser.stopTracing()).toString('utf8'));
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: unknown };
}

/** Reads a trace in Chromium’s JSON format (Trace Event Format): of all main threads of pages the busiest one. */
export function readTasks(trace: string): MainThreadTasks {
  const events = readEvents(JSON.parse(trace));
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const times = threads.map((thread) =>
    events
      .filter(({ name, pid, tid }) => name.endsWith(TASK) && pid === thread.pid && tid === thread.tid)
      .map(({ dur = 0 }) => dur / 1000)
      .sort((a, b) => b - a),
  );
  const sum = (tasks: readonly number[]) => tasks.reduce((total, task) => total + task, 0);
  const [busiest = []] = times.sort((a, b) => sum(b) - sum(a));
  return {
    longest: busiest.slice(0, SHOWN),
    long: busiest.filter((ms) => ms > LONG_TASK_MS).length,
    count: busiest.length,
  };
}

function readEvents(trace: unknown): readonly TraceEvent[] {
  const events = typeof trace === 'object' && trace !== null && 'traceEvents' in trace ? trace.traceEvents : null;
  if (!Array.isArray(events)) throw new TypeError('Expected a trace in the Trace Event Format');
  return events.filter(isEvent);
}

function isEvent(event: unknown): event is TraceEvent {
  return (
    typeof event === 'object' && event !== null && 'name' in event && typeof event.name === 'string' && 'pid' in event
  );
}
