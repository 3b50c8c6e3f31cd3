import { formatCount, formatMs, formatRatio, formatSeconds } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { summarise, type Timing } from './measure.ts';
import type { Workload } from './rival-workloads.ts';
import { checkEqual } from './rivals/check-equal.ts';
import type { Contestant } from './rivals/rival.ts';
import type { RivalColumns } from './rivals/rival-columns.ts';
import { toRivalFilter } from './rivals/rival-filter.ts';
import { scan } from './rivals/typed-array-pass.ts';

/** What one contestant took; by workload, null where it was stopped. */
export interface ContestantCost {
  readonly name: string;
  readonly form: string;
  readonly loadMs: number;
  readonly timings: readonly (Timing | null)[];
  /** By workload, what ours took in turns with it; absent for ours. */
  readonly ours?: readonly (Timing | null)[];
}

export interface Failure {
  readonly name: string;
  readonly failure: string;
}

export type Outcome = ContestantCost | Failure;

/** Turns at least, and until so much time has passed, so that what is quick is seen often enough for the compiler and the clock. */
const WARM_UP = { turns: 4, ms: 200 };
const COUNTED = { turns: 15, ms: 500 };
const MOST_TURNS = 4000;
/**
 * Of the warm-up: what is very quick never reaches its time, and the turns that count are to be left. A step of the brush gets
 * faster for some 200 turns and a radius for 2000, with our engine more than with crossfilter2, as the compiler comes to know it.
 */
const MOST_WARM_UP_TURNS = 2000;
/** Repetitions end early when they took this long together; there is always one. */
const ENOUGH_MS = 10_000;
const SLOW_CHECK_MS = 2000;
/** A turn that takes longer, or would by its first step, is given up. */
const GIVE_UP_MS = 60_000;

/**
 * Starts a contestant, checks that it answers each workload as everybody does, and then times it: in turns with `ours`
 * where that is given, as a machine may change its speed twofold from one second to the next.
 */
export async function measureContestant(
  name: string,
  load: () => Contestant | Promise<Contestant>,
  columns: RivalColumns,
  workloads: readonly Workload[],
  ours: Contestant | null = null,
): Promise<Outcome> {
  try {
    const start = performance.now();
    const contestant = await load();
    const loadMs = performance.now() - start;
    try {
      for (const workload of workloads) await checkWorkload(contestant, columns, workload);
      const pairs: (TimedPair | null)[] = [];
      for (const workload of workloads) pairs.push(await timeWorkload(contestant, ours, columns, workload));
      const timings = pairs.map((pair) => pair?.own ?? null);
      const { form } = contestant;
      return {
        name: contestant.name,
        form,
        loadMs,
        timings,
        ...(ours && { ours: pairs.map((pair) => pair?.ours ?? null) }),
      };
    } finally {
      await contestant.close();
    }
  } catch (error) {
    return { name, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Of the first turn, and where that is quick of the second, which takes the filter off: what comes before, and the last answer. */
export async function checkWorkload(
  contestant: Contestant,
  columns: RivalColumns,
  { name, steps, before }: Workload,
): Promise<void> {
  const start = performance.now();
  for (const turn of [0, 1]) {
    if (performance.now() - start > SLOW_CHECK_MS) return;
    const filters = [before?.(turn), steps(turn).at(-1)].filter((filter) => filter !== undefined);
    for (const filter of filters) {
      const asked = toRivalFilter(columns, filter);
      const result = await contestant.answer(asked);
      checkEqual(result.read(), scan(columns, asked), `${contestant.name}, ${name}, ${JSON.stringify(filter)}`);
    }
  }
}

interface TimedPair {
  readonly own: Timing;
  readonly ours: Timing | null;
}

/** Milliseconds of one turn; ours is null where there is nobody to take turns with. */
interface Turn {
  readonly own: number;
  readonly ours: number | null;
}

/** Null when a turn was given up. The other one begins with each turn: what it leaves in the processor's caches helps both alike. */
async function timeWorkload(
  contestant: Contestant,
  ours: Contestant | null,
  columns: RivalColumns,
  workload: Workload,
): Promise<TimedPair | null> {
  const [warmUp, samples]: [Turn[], Turn[]] = [[], []];
  for (let turn = 0; turn < MOST_TURNS && !isEnough(samples, COUNTED); turn++) {
    const timed = await timePair(contestant, ours, columns, workload, turn);
    if (timed === null) return null;
    const isWarm = isEnough(warmUp, WARM_UP) || warmUp.length >= MOST_WARM_UP_TURNS;
    (isWarm ? samples : warmUp).push(timed);
    if (sum(warmUp) + sum(samples) > ENOUGH_MS) break;
  }
  const counted = samples.length > 0 ? samples : warmUp.slice(-1);
  const times = counted.flatMap((turn) => turn.ours ?? []);
  return { own: summarise(counted.map(({ own }) => own)), ours: times.length > 0 ? summarise(times) : null };
}

async function timePair(
  contestant: Contestant,
  ours: Contestant | null,
  columns: RivalColumns,
  workload: Workload,
  turn: number,
): Promise<Turn | null> {
  const timeOurs = async () => ours && timeTurn(ours, columns, workload, turn);
  const before = turn % 2 === 0 ? await timeOurs() : null;
  const own = await timeTurn(contestant, columns, workload, turn);
  return own === null ? null : { own, ours: before ?? (await timeOurs()) };
}

function isEnough(samples: readonly Turn[], { turns, ms }: typeof COUNTED): boolean {
  return samples.length >= turns && sum(samples) >= ms;
}

function sum(turns: readonly Turn[]): number {
  return turns.reduce((total, { own }) => total + own, 0);
}

/** Milliseconds of all steps of one turn; null when given up. Only answers are timed, what they say is summed outside. */
export async function timeTurn(
  contestant: Contestant,
  columns: RivalColumns,
  { name, before, steps }: Workload,
  turn: number,
): Promise<number | null> {
  if (before) await contestant.answer(toRivalFilter(columns, before(turn)));
  const filters = steps(turn).map((filter) => toRivalFilter(columns, filter));
  const [first] = filters;
  let [took, matched] = [0, 0];
  for (const filter of filters) {
    const start = performance.now();
    const answered = contestant.answer(filter);
    const result = answered instanceof Promise ? await answered : answered;
    took += performance.now() - start;
    matched += result.matched;
    if (took > GIVE_UP_MS || (filter === first && took * filters.length > GIVE_UP_MS)) return null;
  }
  if (matched === 0) throw new Error(`${contestant.name} matched nothing in ${name}: this would measure nothing`);
  return took;
}

function isCost(outcome: Outcome): outcome is ContestantCost {
  return 'timings' in outcome;
}

/** The first outcome is ours: how many times our median, in turns with it, each other took. */
export function formatComparison(title: string, workloads: readonly Workload[], outcomes: readonly Outcome[]): string {
  const [ours, ...others] = outcomes.filter(isCost);
  const table = formatTable(
    [title, 'load', ...workloads.map(({ name }) => name)],
    outcomes
      .filter(isCost)
      .flatMap(({ name, loadMs, timings, ours: inTurns }) => [
        [
          name,
          formatSeconds(loadMs),
          ...timings.map((timing) => (timing ? formatMs(timing.median) : `> ${GIVE_UP_MS / 1000} s`)),
        ],
        ...(ours && name !== ours.name ? [['  times ours', '', ...ratios(timings, inTurns ?? ours.timings)]] : []),
      ]),
  );
  const failures = outcomes.flatMap((outcome) =>
    isCost(outcome) ? [] : [`${outcome.name} could not be measured: ${outcome.failure}`],
  );
  return [table, ...failures, ...(ours ? [verdict(ours, others, workloads)] : [])].join('\n');
}

function ratios(timings: readonly (Timing | null)[], ours: readonly (Timing | null)[]): string[] {
  return timings.map((timing, index) => {
    const own = ours[index];
    return timing && own ? formatRatio(timing.median / own.median) : '';
  });
}

/** Says plainly where anything is faster than ours. */
function verdict(ours: ContestantCost, others: readonly ContestantCost[], workloads: readonly Workload[]): string {
  const faster = others.flatMap(({ name, timings, ours: inTurns = ours.timings }) =>
    workloads.flatMap((workload, index) => {
      const [own, timing] = [inTurns[index], timings[index]];
      if (!own || !timing || timing.median >= own.median) return [];
      return [`${name} in ${workload.name} (${formatRatio(own.median / timing.median)} as fast)`];
    }),
  );
  return faster.length === 0 ? 'Nothing beats our engine.' : `FASTER THAN OUR ENGINE: ${faster.join('; ')}.`;
}

/** Every figure behind the medians. */
export function formatSpread(workloads: readonly Workload[], outcomes: readonly Outcome[]): string {
  return formatTable(
    ['Workload', 'contestant', 'turns', 'min', 'median', 'max', 'spread', 'ours meanwhile'],
    workloads.flatMap(({ name }, index) =>
      outcomes.filter(isCost).flatMap((outcome) => {
        const timing = outcome.timings[index];
        if (!timing) return [];
        const figures = [timing.min, timing.median, timing.max, timing.spread].map(formatMs);
        const ours = outcome.ours?.[index];
        return [[name, outcome.name, formatCount(timing.repetitions), ...figures, ours ? formatMs(ours.median) : '']];
      }),
    ),
  );
}

export function formatForms(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(isCost)
    .map(({ name, form }) => `- ${name}: ${form}`)
    .join('\n');
}
