import { setTimeout } from 'node:timers/promises';

/** Lets requests to each host through one by one, with a gap between them. Remembers one moment for each host. */
export class HostPace {
  readonly #nextAt = new Map<string, number>();

  /** Resolves when a host may be asked; the one after has to wait `gapMs` longer. Rejects when `signal` aborts. */
  async turn(host: string, gapMs: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt.get(host) ?? 0);
    this.#nextAt.set(host, at + gapMs);
    if (at > now) await setTimeout(at - now, undefined, { signal });
  }
}
