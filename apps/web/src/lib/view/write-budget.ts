/** Writes at once, and how many a second after that: Safari refuses more than 100 changes of the address in ten seconds. */
const AT_ONCE = 20;
const A_SECOND = 7;

/** Says when the address may be written again. Times are milliseconds of any one clock. */
export class WriteBudget {
  #left = AT_ONCE;
  #at = 0;

  /** Takes one write; false when there is none left now. */
  take(now: number): boolean {
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1000) * A_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
