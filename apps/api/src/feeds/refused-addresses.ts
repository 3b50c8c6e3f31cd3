const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_KEPT = 10_000;

/** Addresses that will not be tried again for a day. The oldest are forgotten first. */
export class RefusedAddresses {
  readonly #until = new Map<string, number>();

  add(address: string): void {
    this.#until.delete(address);
    this.#until.set(address, performance.now() + DAY_MS);
    const [oldest] = this.#until.keys();
    if (this.#until.size > MAX_KEPT && oldest !== undefined) this.#until.delete(oldest);
  }

  has(address: string): boolean {
    return (this.#until.get(address) ?? 0) > performance.now();
  }
}
