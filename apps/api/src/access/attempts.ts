import { TooManyAttempts } from './too-many-attempts.ts';

export interface AttemptLimits {
  /** So many failures are free … */
  readonly free: number;
  /** … then each further one costs a wait that begins with this and doubles … */
  readonly firstWaitMs: number;
  /** … up to this. */
  readonly longestWaitMs: number;
  /** A count is forgotten when nothing was tried for so long. */
  readonly forgetMs: number;
  /** Keys that are remembered; the one that was tried longest ago gives way. */
  readonly maxKeys: number;
}

interface Count {
  failures: number;
  lastAt: number;
  blockedUntil: number;
}

/**
 * Counts failures by a key, such as an address or an account that may or may not exist. An attempt counts as failed from
 * its beginning until it is known to be good, so that many at once gain nothing. Some 200 bytes a key.
 */
export class Attempts {
  readonly #limits: AttemptLimits;
  readonly #now: () => number;
  readonly #onBlocked: (key: string) => void;
  /** In the order of the last attempt. */
  readonly #counts = new Map<string, Count>();

  constructor(limits: AttemptLimits, now: () => number = Date.now, onBlocked: (key: string) => void = () => undefined) {
    this.#limits = limits;
    this.#now = now;
    this.#onBlocked = onBlocked;
  }

  /** Throws TooManyAttempts while the key must wait; otherwise counts an attempt as failed. */
  begin(key: string): void {
    const now = this.#now();
    const known = this.#counts.get(key);
    const count =
      known && now - known.lastAt < this.#limits.forgetMs ? known : { failures: 0, lastAt: 0, blockedUntil: 0 };
    if (count.blockedUntil > now) throw new TooManyAttempts(count.blockedUntil - now);
    count.failures++;
    count.lastAt = now;
    const over = count.failures - this.#limits.free;
    if (over >= 0) {
      const { firstWaitMs, longestWaitMs } = this.#limits;
      count.blockedUntil = now + Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(over, 30));
      if (over === 0) this.#onBlocked(key);
    }
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size > this.#limits.maxKeys) this.#forgetOldest();
  }

  /** The attempt was good: the key starts anew. */
  succeed(key: string): void {
    this.#counts.delete(key);
  }

  /** Takes back one attempt that turned out good, where other attempts by the same key stay counted. */
  takeBack(key: string): void {
    const count = this.#counts.get(key);
    if (count === undefined) return;
    count.failures = Math.max(0, count.failures - 1);
    if (count.failures < this.#limits.free) count.blockedUntil = 0;
  }

  #forgetOldest(): void {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
