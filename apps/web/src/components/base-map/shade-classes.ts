/** One class of a shaded map: values from `from` up to (not including) the next class's, and its colour token. */
export interface ShadeClass {
  readonly from: number;
  /** The first value beyond it; null for the last class. */
  readonly below: number | null;
  readonly token: string;
}

const SEQUENTIAL = ['--cw-seq-1', '--cw-seq-2', '--cw-seq-3', '--cw-seq-4', '--cw-seq-5'];
const FEWER = ['--cw-div-m1', '--cw-div-m2', '--cw-div-m3'];
const MORE = ['--cw-div-p1', '--cw-div-p2', '--cw-div-p3'];
const NICE = [1, 2, 3, 4, 5, 6, 8, 10];

/** Up to five classes for values above zero, in steps of equal ratio rounded to readable numbers. Zero is no class: it is land. */
export function sequentialClasses(values: Iterable<number>, whole: boolean): readonly ShadeClass[] {
  return classesFrom(breaks([...values], SEQUENTIAL.length, whole), SEQUENTIAL);
}

/** Up to three classes to either side of no change, symmetric round zero, from most fewer to most more. */
export function divergingClasses(values: Iterable<number>): readonly ShadeClass[] {
  const steps = breaks([...values].map(Math.abs), MORE.length, true);
  const more = classesFrom(steps, MORE);
  const fewer = [...steps].reverse().map((step, index): ShadeClass => {
    const position = steps.length - 1 - index;
    const beyond = steps[position + 1];
    return { from: beyond === undefined ? -Infinity : 1 - beyond, below: 1 - step, token: FEWER[position] ?? '' };
  });
  return [...fewer, { from: 0, below: steps[0] ?? null, token: '--cw-div-0' }, ...more];
}

export function classOf(classes: readonly ShadeClass[], value: number): ShadeClass | null {
  return classes.find(({ from, below }) => value >= from && (below === null || value < below)) ?? null;
}

function classesFrom(steps: readonly number[], tokens: readonly string[]): ShadeClass[] {
  return steps.map((from, index) => ({ from, below: steps[index + 1] ?? null, token: tokens[index] ?? '' }));
}

function breaks(values: readonly number[], count: number, whole: boolean): number[] {
  const above = values.filter((value) => value > 0 && Number.isFinite(value));
  if (above.length === 0) return [];
  const [lowest, highest] = [whole ? 1 : Math.min(...above), Math.max(...above)];
  const steps = [whole ? 1 : niceBelow(lowest)];
  for (let index = 1; index < count; index++) {
    const goal = Math.max(lowest * (highest / lowest) ** (index / count), whole ? (steps.at(-1) ?? 0) + 1 : 0);
    const step = whole ? Math.round(niceNear(goal)) : niceNear(goal);
    if (step > (steps.at(-1) ?? 0) && step <= highest) steps.push(step);
  }
  return steps;
}

function niceNear(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const nearest = NICE.reduce((best, step) =>
    Math.abs(step * power - value) < Math.abs(best * power - value) ? step : best,
  );
  return Number((nearest * power).toPrecision(6));
}

function niceBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const below = NICE.filter((step) => step * power <= value * (1 + 1e-9)).at(-1) ?? 1;
  return Number((below * power).toPrecision(6));
}
