/** Tells listeners each new revision once, rising. An older one that arrives late is not told. */
export class RevisionAnnouncer {
  readonly #listeners = new Set<(revision: number) => void>();
  readonly #onWarning: (message: string) => void;
  #last = 0;

  constructor(onWarning: (message: string) => void) {
    this.#onWarning = onWarning;
  }

  announce(revision: number): void {
    if (revision <= this.#last) return;
    this.#last = revision;
    for (const listener of [...this.#listeners]) {
      try {
        listener(revision);
      } catch (error) {
        this.#onWarning(`a revision listener failed: ${String(error)}`);
      }
    }
  }

  /** Gives the function that takes the listener away. The same function can listen twice. */
  listen(listener: (revision: number) => void): () => void {
    const own = (revision: number) => listener(revision);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }
}
