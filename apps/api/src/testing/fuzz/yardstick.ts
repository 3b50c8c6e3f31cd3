const EVERY_MS = 100;
const STEPS = 200_000;

/**
 * How slow the machine is, by how long the same piece of work takes in this process: what another program takes from it, it
 * takes from the server as well.
 */
export class Yardstick {
  readonly #samples: { readonly at: number; readonly ms: number; readonly late: number }[] = [];
  readonly #timer: NodeJS.Timeout;
  #fastest = Number.POSITIVE_INFINITY;
  #due: number;

  constructor() {
    for (let number = 0; number < 20; number++) this.#fastest = Math.min(this.#fastest, timeOfWork());
    this.#due = performance.now() + EVERY_MS;
    this.#timer = setInterval(() => this.#measure(), EVERY_MS);
  }

  /** How many ms what takes `ms` on an idle machine may have taken from `start` until now. */
  allowance(ms: number, start: number): number {
    const during = this.#samples.filter(({ at }) => at >= start - 3 * EVERY_MS);
    const factor = Math.max(1, ...during.map((sample) => sample.ms / this.#fastest));
    return ms * factor + during.reduce((sum, { late }) => sum + late, 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #measure(): void {
    const now = performance.now();
    const late = Math.max(0, now - this.#due);
    const ms = timeOfWork();
    this.#fastest = Math.min(this.#fastest, ms);
    this.#samples.push({ at: now, ms, late });
    if (this.#samples.length > 1_000) this.#samples.splice(0, 500);
    this.#due = performance.now() + EVERY_MS;
  }
}

const work = new Int32Array(STEPS);

/** A fraction of a millisecond of arithmetic. */
function timeOfWork(): number {
  const start = performance.now();
  for (let step = 1; step < STEPS; step++) work[step] = Math.imul(work[step - 1] ?? 0, 31) + step;
  return performance.now() - start;
}
