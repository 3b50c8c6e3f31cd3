import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';

const CATEGORIES = 'disabled-by-default-devtools.timeline,blink.user_timing,__metadata';
/** The name under which a calibration's task is found again in the trace. */
const CALIBRATION = 'journey-calibration';
/** Turns of a generator of random numbers that keep an ordinary core busy for about 50 ms. */
const TURNS = 2_000_000;

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional() }).optional(),
});
type TraceEvent = z.output<typeof event>;

export interface WatchedTasks {
  /** Processor time of the page's longest task while it was watched, ms. */
  readonly longest: number;
  /** What 50 ms of work on an ordinary core took in the same page before and after, ms: the longer of the two. */
  readonly yardstick: number;
}

/** Traces the page's main thread while `act` runs. Processor time, so that a busy machine counts less. */
export async function watchTasks(page: Page, act: () => Promise<void>): Promise<WatchedTasks> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...value.flatMap((raw) => event.safeParse(raw).data ?? []));
  });
  await session.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
  await calibrate(page);
  await act();
  await calibrate(page);
  await stop(session);
  await session.detach();
  return measure(events);
}

async function stop(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

/** A task of its own that does a known amount of work. */
async function calibrate(page: Page): Promise<void> {
  await page.evaluate(
    ([turns, name]) =>
      new Promise((resolve) => {
        setTimeout(() => {
          performance.mark(String(name));
          let value = 1;
          for (let turn = 0; turn < Number(turns); turn++) value = (value * 16_807 + turn) % 2_147_483_647;
          setTimeout(() => resolve(value), 100);
        }, 100);
      }),
    [TURNS, CALIBRATION] as const,
  );
}

function measure(events: readonly TraceEvent[]): WatchedTasks {
  const mainThreads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const ofPage = events.filter((one) => mainThreads.has(threadOf(one)));
  const tasks = ofPage.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const stamps = ofPage.filter(({ name }) => name === CALIBRATION);
  const calibrations = tasks.filter((task) =>
    stamps.some(({ ts }) => ts >= task.ts && ts <= task.ts + (task.dur ?? 0)),
  );
  if (calibrations.length < 2) throw new Error(`The trace shows ${calibrations.length} of 2 calibrations`);
  const [from, to] = [Math.min(...calibrations.map(({ ts }) => ts)), Math.max(...calibrations.map(({ ts }) => ts))];
  const between = tasks.filter(({ ts }) => ts > from && ts < to && !calibrations.some((one) => one.ts === ts));
  return { longest: longestOf(between), yardstick: longestOf(calibrations) };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;

const longestOf = (tasks: readonly TraceEvent[]): number =>
  tasks.reduce((longest, { tdur, dur }) => Math.max(longest, (tdur ?? dur ?? 0) / 1000), 0);
