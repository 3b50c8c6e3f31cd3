interface Waiting<T> {
  readonly holder: T;
  readonly enter: () => void;
  readonly refuse: (error: Error) => void;
}

/** Lets one holder in at a time, in the order of arrival. A holder that is inside enters again at once. */
export class Turnstile<T> {
  #inside: T | null = null;
  #waiting: Waiting<T>[] = [];

  async enter(holder: T): Promise<void> {
    if (this.#inside === holder) return;
    if (this.#inside === null) {
      this.#inside = holder;
      return;
    }
    await new Promise<void>((enter, refuse) => this.#waiting.push({ holder, enter, refuse }));
  }

  holds(holder: T): boolean {
    return this.#inside === holder;
  }

  /** Lets the next one in, if `holder` is inside. */
  leave(holder: T): void {
    if (this.#inside !== holder) return;
    const next = this.#waiting.shift();
    this.#inside = next?.holder ?? null;
    next?.enter();
  }

  /** Turns a waiting holder away. */
  refuse(holder: T, error: Error): void {
    const refused = this.#waiting.filter((waiting) => waiting.holder === holder);
    this.#waiting = this.#waiting.filter((waiting) => waiting.holder !== holder);
    for (const waiting of refused) waiting.refuse(error);
  }
}
