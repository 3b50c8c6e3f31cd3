import { randomUUID } from 'node:crypto';
import type { Store } from '@corridor/store';
import type { Logger } from 'pino';
import type { Finding } from './check-source.ts';
import type { Validators } from './source-reader.ts';
import type { WatchedSource } from './sources-file.ts';
import { withoutFaults } from './without-faults.ts';

export interface WatchOptions {
  readonly store: Pick<Store, 'feeds'>;
  /** Those that are enabled. */
  readonly sources: readonly WatchedSource[];
  readonly check: (source: WatchedSource, known: Validators) => Promise<Finding>;
  readonly logger: Logger;
  /** From 0 to 1. */
  readonly random?: () => number;
}

export interface Watch {
  /** Looks now for what is due, if it is this process that watches. */
  wake(): void;
  /** Resolves once nothing is looked at any more. What `check` asks of others has to end by itself. */
  stop(): Promise<void>;
}

const TICK_MS = 5_000;
/** How long the process that watches may be silent before another takes over. */
const HOLD_SECONDS = 30;
const AT_ONCE = 4;
/** A source that fails is asked twice as late each time, up to this. */
const LONGEST_SECONDS = 24 * 60 * 60;
const MAX_DOUBLINGS = 6;
const LONGEST_REASON = 500;

/** Looks at each source when it is due, some at a time, in one process of several. Nothing that one of them does stops it. */
export function watchSources({ check, logger, random = Math.random, sources, store }: WatchOptions): Watch {
  const { feeds } = store;
  const holder = randomUUID();
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ids = [...byId.keys()];
  const running = new Map<string, Promise<void>>();
  let ticking: Promise<void> | null = null;
  let stopped = false;
  let isKnown = false;
  let isFailing = false;

  async function look(source: WatchedSource): Promise<void> {
    const state = (await feeds.states([source.id])).get(source.id);
    const finding = await check(source, state ?? NOTHING_KNOWN).catch((error: unknown) => {
      logger.error({ err: error, source: source.id }, 'a source could not be looked at');
      return PROGRAM_ERROR;
    });
    if (stopped) return;
    if (!finding.succeeded) logger.warn({ source: source.id, reasons: finding.reasons }, 'a source failed');
    const note = ({ retryAfter, ...attempt }: Finding): Promise<void> => {
      const failures = attempt.succeeded ? 0 : (state?.failures ?? 0) + 1;
      const nextInSeconds = pause(source, failures, retryAfter, random());
      return feeds.noteAttempt(source.id, { ...attempt, reasons: attempt.reasons.map(readable), nextInSeconds });
    };
    await note(finding).catch((error: unknown) => {
      logger.error({ err: error, source: source.id }, 'what a source said could not be noted');
      // Else it would be due again at once.
      return note(PROGRAM_ERROR);
    });
  }

  async function tick(): Promise<void> {
    try {
      if (stopped || !(await feeds.holdWatch(holder, HOLD_SECONDS))) return;
      if (!isKnown) await feeds.know(ids);
      isKnown = true;
      for (const id of await feeds.due(ids)) {
        const source = byId.get(id);
        if (stopped || running.size >= AT_ONCE) return;
        if (!source || running.has(id)) continue;
        const looking = look(source)
          .catch((error: unknown) => logger.error({ err: error, source: id }, 'a look at a source could not be noted'))
          .finally(() => {
            running.delete(id);
            wake();
          });
        running.set(id, looking);
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing) logger.error({ err: error }, 'sources cannot be watched while the store does not answer');
      isFailing = true;
    }
  }

  function wake(): void {
    if (stopped) return;
    ticking ??= tick().finally(() => {
      ticking = null;
    });
  }
  const timer = setInterval(wake, TICK_MS);
  wake();

  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await ticking;
      await Promise.all(running.values());
      await feeds.releaseWatch(holder).catch(() => undefined);
    },
  };
}

const NOTHING_KNOWN: Validators = { etag: '', lastModified: '' };

const PROGRAM_ERROR: Finding = {
  ...{ succeeded: false, validators: null, reasons: ['an error of this program: its log says more'] },
  ...{ rows: 0, lastRecordAt: null, retryAfter: null },
};

/** Reasons quote others. */
function readable(reason: string): string {
  return withoutFaults(reason, 'line', LONGEST_REASON);
}

/** A tenth more or less than the interval, so that sources drift apart; more after failures. */
export function pause(
  { everyMinutes }: Pick<WatchedSource, 'everyMinutes'>,
  failures: number,
  retryAfter: number | null,
  chance: number,
): number {
  const interval = everyMinutes * 60;
  const doublings = Math.min(MAX_DOUBLINGS, Math.max(0, failures - 1));
  const longest = Math.max(LONGEST_SECONDS, interval);
  const wanted = Math.max(interval * 2 ** doublings, retryAfter ?? 0);
  return Math.min(longest, wanted) * (0.9 + 0.2 * chance);
}
