import type { WatchedState } from '@corridor/store';
import type { Freshness } from './freshness.ts';
import type { WatchedSource } from './sources-file.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A source that says something every minute is silent at night. */
const SHORTEST_RHYTHM_HOURS = 6;
const STALE_AFTER = 3;
const VERY_STALE_AFTER = 10;

/** Hours since the newest record; null where there is none. */
export function lagHours({ lastRecordAt }: Pick<WatchedState, 'lastRecordAt'>, now: number): number | null {
  return lastRecordAt === null ? null : Math.max(0, (now - Date.parse(lastRecordAt)) / HOUR_MS);
}

/**
 * Of the worse of two ages: that of the newest record in units of the source's rhythm (its interval, or the usual gap
 * between its records, where that is longer), and that of the last success in units of its interval.
 */
export function freshnessOf(
  { enabled, everyMinutes }: Pick<WatchedSource, 'enabled' | 'everyMinutes'>,
  state: WatchedState | null,
  now: number,
): Freshness {
  if (!enabled) return 'disabled';
  if (state !== null && state.failures > 0) return 'error';
  const lag = state && lagHours(state, now);
  if (state === null || lag === null || state.succeededAt === null) return 'no-data';
  const intervalHours = everyMinutes / 60;
  const rhythm = Math.max(SHORTEST_RHYTHM_HOURS, intervalHours, state.usualGapHours ?? 0);
  const sinceSuccess = (now - Date.parse(state.succeededAt)) / HOUR_MS;
  const age = Math.max(lag / rhythm, sinceSuccess / Math.max(1, intervalHours));
  if (age > VERY_STALE_AFTER) return 'very-stale';
  return age > STALE_AFTER ? 'stale' : 'fresh';
}
