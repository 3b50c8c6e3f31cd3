import { type AsOf, endOfDay, type PortfolioInfo, Problem } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { IncidentTable } from '@corridor/incident-table';
import type { Store } from '@corridor/store';
import { chooseEngine, readMemory } from './engine/choose-engine.ts';
import { MemoryEngine } from './engine/memory-engine.ts';
import { targetsAt } from './engine/targets-at.ts';
import type { LiveData } from './live-data.ts';
import { Lane, type LaneLimits } from './load/lane.ts';
import { joinKnownValues } from './params/known-values.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

export interface PastDataOptions {
  readonly store: Store;
  readonly info: PortfolioInfo;
  readonly boundaries: Boundaries;
  readonly live: LiveData;
  readonly limits: LaneLimits;
  readonly now?: () => number;
}

/** The data as they stood at a moment, for those who ask what was known then. */
export interface PastData {
  /** Throws the Problem `invalid-parameter` for a moment that is yet to come, and where there is no room for a past. */
  at(asOf: AsOf, signal: AbortSignal): Promise<Snapshot>;
}

/** As many moments are kept as two people look back to. */
const MAX_KEPT = 2;
/** Above it, words are not searched in the past: the index of them takes seconds to make, in which nobody is answered. */
const MAX_SEARCHED_ROWS = 200_000;

/**
 * Builds tables from the history, one at a time, and keeps the last few. Who waits for one and goes away makes room for
 * the next. Each costs what the present table does, and a look-up in the history for each incident.
 */
export function createPastData({ boundaries, info, limits, live, now = Date.now, store }: PastDataOptions): PastData {
  const lane = new Lane(limits);
  const kept = new Map<number, Snapshot>();

  async function build(revision: number): Promise<Snapshot> {
    const present = live.current();
    makeRoom(kept, present);
    const targets = await targetsAt(store, revision);
    const table = await IncidentTable.fromBatches(store.eachTableIncidentAt(revision), revision);
    const geography = { boundaries, districts: info.districts, sites: targets.sites, routes: targets.routes };
    const engine = new MemoryEngine({
      ...{ table, geography, maxIndexedRows: MAX_SEARCHED_ROWS },
      store: { textMatches: refuse, keysOfOrigins: (isMeant) => store.keysOfOrigins(isMeant, revision) },
      sqlEngine: { answer: refuse, match: refuse },
    });
    const snapshot = createSnapshot(info, { engine, ...targets });
    // A name that is known today is no mistake, though nothing had it then.
    return { ...snapshot, known: joinKnownValues(snapshot.known, present.known) };
  }

  async function snapshotAt(revision: number, signal: AbortSignal): Promise<Snapshot> {
    const present = live.current();
    if (revision >= present.revision) return present;
    const leave = kept.has(revision) ? () => undefined : await lane.enter(signal);
    try {
      const snapshot = kept.get(revision) ?? (await build(revision));
      // The newest use is the last to go.
      kept.delete(revision);
      kept.set(revision, snapshot);
      return snapshot;
    } finally {
      leave();
    }
  }

  return {
    async at(asOf, signal) {
      const at = instantOf(asOf, info, now());
      const present = live.current().revision;
      if (asOf.kind === 'revision' && asOf.revision > present) throw refusal(`is at most r${present}, the present`);
      const revision = asOf.kind === 'revision' ? asOf.revision : await store.revisionAt(new Date(at ?? 0));
      const snapshot = await snapshotAt(revision, signal);
      const [writtenAt, firstAt] = [await store.writtenAt(snapshot.revision), await store.writtenAt(1)];
      return { ...snapshot, asOf: { at: at ?? writtenAt, writtenAt, firstAt } };
    },
  };
}

/** The instant that is meant; null for a revision. The end of today is now. */
function instantOf(asOf: AsOf, { timeZone }: PortfolioInfo, now: number): string | null {
  if (asOf.kind === 'revision') return null;
  const at = asOf.kind === 'instant' ? asOf.at : endOfDay(asOf.day, timeZone);
  const isToday = asOf.kind === 'day' && at.getTime() > now && at.getTime() - now <= DAY_MS;
  if (at.getTime() > now && !isToday) throw refusal(`is yet to come: it is ${new Date(now).toISOString()} now`);
  return new Date(Math.min(at.getTime(), now)).toISOString();
}

/** A day on which clocks go back has an hour more. */
const DAY_MS = 25 * 3_600_000;

/** Drops what was used longest ago. Throws a Problem where not even one fits beside the present. */
function makeRoom(kept: Map<number, Snapshot>, { engine }: Snapshot): void {
  const memory = readMemory();
  const beside = engine.kind === 'memory' ? 1 : 0;
  const choiceFor = (count: number) => chooseEngine('auto', (count + beside) * engine.incidents, memory);
  const { kind, reason } = choiceFor(1);
  if (kind === 'sql') throw refusal(`cannot be answered here, for want of memory: ${reason}`);
  const most = choiceFor(MAX_KEPT).kind === 'memory' ? MAX_KEPT : 1;
  for (const [oldest] of kept) {
    if (kept.size < most) break;
    kept.delete(oldest);
  }
}

/** The database searches and sorts texts of the present: for a past too large for an index of its own nobody does. */
const refuse = () =>
  Promise.reject(refusal(`can be searched for words, or sorted by title, with at most ${MAX_SEARCHED_ROWS} incidents`));

function refusal(reason: string): Problem {
  return new Problem('invalid-parameter', `asOf ${reason}.`, [{ name: 'asOf', reason }]);
}
