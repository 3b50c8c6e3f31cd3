/** Milliseconds of several runs of the same thing. */
export interface Timing {
  readonly repetitions: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Width of the middle half of the runs: what a reader may take for noise. */
  readonly spread: number;
}

export interface MeasureOptions {
  /** Runs before the first that counts, so that the compiler has seen the code. */
  readonly warmUp: number;
  readonly repetitions: number;
}

/**
 * Times `run`, once for each repetition; it is handed a running number, warm-up included. What it returns is handed to
 * `sink`, outside of the time taken, so that no result is unused and every one is looked at.
 */
export function measure<T>(
  { warmUp, repetitions }: MeasureOptions,
  run: (turn: number) => T,
  sink: (result: T) => void,
): Timing {
  const samples: number[] = [];
  for (let turn = 0; turn < warmUp + repetitions; turn++) {
    const start = performance.now();
    const result = run(turn);
    const took = performance.now() - start;
    sink(result);
    if (turn >= warmUp) samples.push(took);
  }
  return summarise(samples);
}

/** Throws RangeError without samples. Quantiles lie between the two nearest samples. */
export function summarise(samples: readonly number[]): Timing {
  if (samples.length === 0) throw new RangeError('Expected at least one sample');
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    repetitions: sorted.length,
    min: quantile(sorted, 0),
    median: quantile(sorted, 0.5),
    max: quantile(sorted, 1),
    spread: quantile(sorted, 0.75) - quantile(sorted, 0.25),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** Runs something once: for what is done once in a session, where a warm run would be flattery. */
export function once<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}
