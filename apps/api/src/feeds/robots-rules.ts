import robotsParser from 'robots-parser';
import { SourceFault } from './source-fault.ts';

/** As robots.txt and the logs of others name this program. */
export const AGENT = 'CorridorWatch';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A host that fails is asked for its rules again after this. */
const RETRY_MS = 10 * 60 * 1000;
/** Longer gaps than this are not kept. */
const MAX_DELAY_MS = 60_000;

interface Rules {
  readonly until: number;
  readonly check: (url: URL) => number;
}

/** What robots.txt of each host lets be read, as RFC 9309 has it: without one everything, where it cannot be read nothing. */
export class RobotsRules {
  readonly #ask: (url: URL) => Promise<{ readonly status: number; readonly text: string }>;
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(ask: (url: URL) => Promise<{ readonly status: number; readonly text: string }>) {
    this.#ask = ask;
  }

  /** How long to wait between two requests, in milliseconds. Throws SourceFault where the address is not to be read. */
  async check(url: URL): Promise<number> {
    const kept = await this.#rules.get(url.origin);
    if (kept && kept.until > performance.now()) return kept.check(url);
    const asking = this.#read(new URL('/robots.txt', url));
    this.#rules.set(url.origin, asking);
    return (await asking).check(url);
  }

  async #read(address: URL): Promise<Rules> {
    try {
      const { status, text } = await this.#ask(address);
      if (status >= 500 || status === 429) throw new SourceFault(`it answers with status ${status}`);
      return { until: performance.now() + DAY_MS, check: rulesOf(address, status === 200 ? text : '') };
    } catch (error) {
      const reason = error instanceof SourceFault ? error.message : 'it cannot be asked';
      return {
        until: performance.now() + RETRY_MS,
        check: () => {
          throw new SourceFault(`robots.txt cannot be read, so nothing is: ${reason}`);
        },
      };
    }
  }
}

function rulesOf(address: URL, text: string): Rules['check'] {
  const robots = robotsParser(address.href, text);
  const delayMs = Math.min(MAX_DELAY_MS, 1000 * (robots.getCrawlDelay(AGENT) ?? 0));
  return (url) => {
    if (robots.isAllowed(url.href, AGENT) !== false) return delayMs;
    throw new SourceFault('robots.txt of the host forbids it', { isLasting: true });
  };
}
