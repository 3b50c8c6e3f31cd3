import { Problem } from '@corridor/domain';

export interface LaneLimits {
  /** How many run at once. */
  readonly atOnce: number;
  /** How many more may wait for their turn; whoever comes then is refused. */
  readonly waiting: number;
  /** Who has waited this long is refused. */
  readonly longestWaitMs: number;
}

interface Waiter {
  readonly start: () => void;
  readonly refuse: (problem: Problem) => void;
}

/**
 * Lets a bounded number of requests work at once and a bounded number wait, first come first served. Each start gives
 * way to the event loop once: requests that arrived meanwhile are counted, and refused when they are too many, instead
 * of piling up unseen in the sockets.
 */
export class Lane {
  readonly #limits: LaneLimits;
  readonly #waiting = new Set<Waiter>();
  #running = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /**
   * Resolves with how to leave, which must be called once the work is done; calling it again does nothing. Rejects with
   * the Problem `overloaded` when the lane is full or the wait too long, and when `signal` says that nobody waits.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#running < this.#limits.atOnce) this.#running++;
    else await this.#wait(signal);
    await new Promise(setImmediate);
    return this.#createLeave();
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#limits.waiting) throw refusal();
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#waiting.delete(waiter);
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      };
      const waiter: Waiter = {
        start() {
          settle();
          resolve();
        },
        refuse(problem) {
          settle();
          reject(problem);
        },
      };
      const giveUp = () => waiter.refuse(refusal());
      const timer = setTimeout(giveUp, this.#limits.longestWaitMs);
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.add(waiter);
    });
  }

  /** Whoever waits takes over the place: the number of those running does not change then. */
  #createLeave(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const [next] = this.#waiting;
      if (next) next.start();
      else this.#running--;
    };
  }
}

function refusal(): Problem {
  return new Problem('overloaded', 'The server has more to do than it can; try again in a few seconds.');
}
