import type { Page } from 'playwright-core';

/** Tasks on a page's main thread while something happened, longest first, in milliseconds. */
export interface MainThreadTasks {
  readonly longest: readonly number[];
  /** Most processor time of one: what is longer was kept waiting by the machine. */
  readonly busiest: number;
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
  /** Microseconds: when it began, how long it took, and how much of that its thread had a processor. */
  readonly ts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: unknown };
}

/** Reads a trace in Chromium’s JSON format (Trace Event Format): of all main threads of pages the busiest one. */
export function readTasks(trace: string): MainThreadTasks {
  const events = readEvents(JSON.parse(trace));
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = threads.map((thread) =>
    outermost(events.filter(({ name, pid, tid }) => name.endsWith(TASK) && pid === thread.pid && tid === thread.tid)),
  );
  const sum = (some: readonly TraceEvent[]) => some.reduce((total, { dur = 0 }) => total + dur, 0);
  const [most = []] = tasks.sort((a, b) => sum(b) - sum(a));
  const times = most.map(({ dur = 0 }) => dur / 1000).sort((a, b) => b - a);
  return {
    longest: times.slice(0, SHOWN),
    busiest: most.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0),
    long: times.filter((ms) => ms > LONG_TASK_MS).length,
    count: times.length,
  };
}

/** Chromium tells of one task twice, one event within the other. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events
    .toSorted((a, b) => (a.ts ?? 0) - (b.ts ?? 0) || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ dur = 0, ts = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
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
