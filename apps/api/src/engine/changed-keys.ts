/** What is remembered: 4 bytes a key. A reader who was away for longer loads everything. */
const MAX_KEYS = 200_000;

interface Step {
  readonly from: number;
  readonly keys: Uint32Array;
}

/** Which incidents changed in the last steps from one revision to a later one. Memory is bounded. */
export class ChangedKeys {
  readonly #steps: Step[] = [];
  readonly #maxKeys: number;
  #count = 0;
  #revision: number;

  constructor(revision: number, maxKeys = MAX_KEYS) {
    this.#revision = revision;
    this.#maxKeys = maxKeys;
  }

  /** Notes a step to `revision`, and forgets the oldest ones beyond the limit. */
  add(revision: number, keys: readonly number[]): void {
    this.#steps.push({ from: this.#revision, keys: Uint32Array.from(keys) });
    this.#revision = revision;
    this.#count += keys.length;
    while (this.#count > this.#maxKeys) this.#count -= this.#steps.shift()?.keys.length ?? 0;
  }

  /** Keys that changed after `revision`; null for a revision before the oldest step, or one that is yet to come. */
  since(revision: number): ReadonlySet<number> | null {
    const oldest = this.#steps[0]?.from ?? this.#revision;
    if (revision < oldest || revision > this.#revision) return null;
    const first = this.#steps.findLastIndex(({ from }) => from <= revision);
    return new Set(
      first < 0 || revision === this.#revision ? [] : this.#steps.slice(first).flatMap(({ keys }) => [...keys]),
    );
  }
}
