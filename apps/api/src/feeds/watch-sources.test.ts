import type { Feeds, SourceAttempt } from '@corridor/store';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from './check-source.ts';
import type { WatchedSource } from './sources-file.ts';
import { pause, type Watch, watchSources } from './watch-sources.ts';

const HOURLY = { everyMinutes: 60 };
const FOUND: Finding = {
  ...{ succeeded: true, validators: null, reasons: [], rows: 0, lastRecordAt: null, retryAfter: null },
};

describe('the pause after an attempt', () => {
  it('is the interval, a tenth more or less', () => {
    expect([0, 0.5, 1].map((chance) => Math.round(pause(HOURLY, 0, null, chance)))).toEqual([3240, 3600, 3960]);
  });

  it('is twice as long with each failure after the first, up to a day, or as long as the source wants', () => {
    const hours = (failures: number, retryAfter: number | null = null) =>
      Math.round(pause(HOURLY, failures, retryAfter, 0.5) / 3600);
    expect([1, 2, 3, 4, 5, 6, 100].map((failures) => hours(failures))).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect([hours(1, 7200), hours(1, 60), hours(1, 900_000)]).toEqual([2, 1, 24]);
  });

  it('is never less than the interval, however long that is', () => {
    expect(pause({ everyMinutes: 7 * 24 * 60 }, 100, null, 0.5) / 86_400).toBeCloseTo(7);
  });
});

describe('watching', () => {
  let watch: Watch | null = null;
  afterEach(() => watch?.stop());

  /** Everything is due until an attempt was noted. */
  function someFeeds(faults: { due?: number } = {}) {
    const attempts = new Map<string, SourceAttempt>();
    const feeds: Feeds = {
      know: async () => undefined,
      states: async () => new Map(),
      due: async (ids) => {
        if ((faults.due ?? 0) > 0) {
          faults.due = (faults.due ?? 0) - 1;
          throw new Error('the database is gone');
        }
        return ids.filter((id) => !attempts.has(id));
      },
      makeDue: async () => true,
      noteAttempt: async (id, attempt) => void attempts.set(id, attempt),
      holdWatch: async () => true,
      releaseWatch: async () => undefined,
      origins: async () => [],
    };
    return { attempts, store: { feeds } };
  }
  const sources = ['a', 'b', 'c', 'd', 'e', 'f'].map(
    (id): WatchedSource => ({
      ...{ id, name: id, kind: 'rss', address: `https://${id}.example/`, everyMinutes: 60 },
      ...{ enabled: true, hosts: [], allowPrivate: false },
    }),
  );
  const logger = pino({ level: 'silent' });

  it('goes on with the others when a look at one ends in an error of this program, or in none at all', async () => {
    const { attempts, store } = someFeeds();
    let most = 0;
    let running = 0;
    const check = async ({ id }: WatchedSource): Promise<Finding> => {
      if (id === 'a') throw new TypeError('a bug');
      if (id === 'b') return new Promise(() => undefined);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return FOUND;
    };
    watchSources({ store, sources, check, logger });
    await expect.poll(() => [...attempts.keys()].sort()).toEqual(['a', 'c', 'd', 'e', 'f']);
    expect(attempts.get('a')).toMatchObject({
      succeeded: false,
      reasons: [expect.stringMatching(/error of this program/)],
    });
    expect(most).toBeLessThanOrEqual(4);
  });

  it('notes no reason that a database cannot hold, and does not ask at once again where it cannot note', async () => {
    const { attempts, store } = someFeeds();
    const { noteAttempt } = store.feeds;
    let looked = 0;
    store.feeds.noteAttempt = async (id, attempt) => {
      if (attempt.rows === 7) throw new Error('refused');
      await noteAttempt(id, attempt);
    };
    const check = async ({ id }: WatchedSource): Promise<Finding> => {
      looked++;
      const reasons = [`${'x'.repeat(499)}💥`, 'a\0b\nc'];
      return { ...FOUND, reasons, rows: id === 'b' ? 7 : 0 };
    };
    watch = watchSources({ store, sources: sources.slice(0, 2), check, logger });
    await expect.poll(() => attempts.size).toBe(2);
    expect(attempts.get('a')?.reasons).toEqual([`${'x'.repeat(499)} `, 'a b c']);
    expect(attempts.get('b')).toMatchObject({ succeeded: false, rows: 0 });
    expect(looked).toBe(2);
  });

  it('survives a database that does not answer, and looks when it does again', async () => {
    const { attempts, store } = someFeeds({ due: 1 });
    watch = watchSources({ store, sources, check: async () => FOUND, logger });
    const waking = setInterval(() => watch?.wake(), 10);
    await expect.poll(() => attempts.size).toBe(sources.length);
    clearInterval(waking);
  });

  it('looks at nothing any more once it is stopped, and waits for what it looks at', async () => {
    const { attempts, store } = someFeeds();
    let end: () => void = () => undefined;
    let looked = 0;
    const check = () => {
      looked++;
      return new Promise<Finding>((resolve) => {
        end = () => resolve(FOUND);
      });
    };
    watch = watchSources({ store, sources: sources.slice(0, 1), check, logger });
    await expect.poll(() => looked).toBe(1);
    const stopping = watch.stop().then(() => 'stopped');
    watch.wake();
    expect(await Promise.race([stopping, Promise.resolve('waiting')])).toBe('waiting');
    end();
    expect(await stopping).toBe('stopped');
    expect([looked, attempts.size]).toEqual([1, 0]);
  });
});
