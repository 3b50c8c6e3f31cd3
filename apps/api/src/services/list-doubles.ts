import { DEFAULT_SORT, DUPLICATE_THRESHOLD, type DuplicateScore, type IncidentSummary, isoOf } from '@corridor/domain';
import type { StoredIncident } from '@corridor/store';
import { runInSteps } from '../load/run-in-steps.ts';
import { recordsOf } from '../snapshot.ts';
import { type Compared, comparePairs, firstWholeDay } from './compare-pairs.ts';
import { curatorsOf } from './curators.ts';
import type { DuplicatesDeps } from './find-duplicates.ts';

export interface PossibleDouble extends DuplicateScore {
  /** The later one first. */
  readonly incidents: readonly [IncidentSummary, IncidentSummary];
}

export interface PossibleDoubles {
  readonly items: readonly PossibleDouble[];
  /** How many were found, those beyond `limit` among them. */
  readonly found: number;
  /** The day back to which records were compared; null where there is none. */
  readonly lookedBackTo: string | null;
  /** `to` of the next question; null where all was looked at. */
  readonly next: string | null;
}

export interface DoublesChoice {
  readonly limit: number;
  /** Incidents that began later are not looked at. */
  readonly to: string | undefined;
}

/** Rows read at a time: two weeks where a million incidents lie in twenty years. */
const PAGE_ROWS = 2_000;
/** Scores after which no further day is begun for one answer: about a tenth of a second of a core, and a day's worth. */
const MAX_SCORED = 20_000;
const MAX_PAGES = 5;
/** Pairs whose sources are read, the likeliest, and after which no further day is begun. */
const MAX_READ = 300;

/**
 * Pairs among the records that count which may tell of one event, likeliest first, none that somebody found to be two, and
 * none of one foreign origin, which names its own doubles. Looks from the newest day backwards until there are `limit`, or
 * enough was compared for one answer; `next` goes on there. Costs what it looks at, however many records there are: each is
 * compared with those of three days before it.
 */
export async function listDoubles(
  deps: DuplicatesDeps,
  { limit, to }: DoublesChoice,
  pageRows: number = PAGE_ROWS,
): Promise<PossibleDoubles> {
  const found: PossibleDouble[] = [];
  let [scored, last, next]: [number, string | null, string | null] = [0, null, to ?? null];
  for (let page = 0; page < MAX_PAGES && found.length < limit && scored < MAX_SCORED; page++) {
    const rows = await readRows(deps, next ?? undefined, pageRows);
    const isLast = rows.length < pageRows;
    const day = firstWholeDay(rows, isLast);
    if (day === null) return answer(found, limit, last, null);
    const curators = await curatorsOf(
      deps.store,
      rows.map(({ id }) => id),
    );
    const enough = { scored: MAX_SCORED - scored, found: MAX_READ };
    const compared = await runInSteps(comparePairs(rows, day, deps.boundaries, curators, enough));
    found.push(...(await worthALook(deps, compared.pairs)));
    scored += compared.scored;
    last = isoOf(compared.from);
    next = isLast && compared.from === day ? null : isoOf(compared.from - 1);
    if (next === null) break;
  }
  return answer(found, limit, last, next);
}

function answer(
  found: readonly PossibleDouble[],
  limit: number,
  lookedBackTo: string | null,
  next: string | null,
): PossibleDoubles {
  const items = [...found].sort((a, b) => b.score - a.score).slice(0, limit);
  return { items, found: found.length, lookedBackTo, next };
}

async function readRows(
  { snapshot }: DuplicatesDeps,
  to: string | undefined,
  limit: number,
): Promise<readonly IncidentSummary[]> {
  const page = { sort: DEFAULT_SORT, offset: 0, limit };
  const { page: given } = await snapshot.engine.answer({ filter: to === undefined ? {} : { to }, page });
  return given?.items ?? [];
}

/** A source in common may lift a pair over the threshold; what was found to be two events is not proposed again. */
async function worthALook(
  { snapshot, store }: DuplicatesDeps,
  compared: readonly Compared[],
): Promise<readonly PossibleDouble[]> {
  const best = [...compared].sort((a, b) => b.score - a.score).slice(0, MAX_READ);
  const ids = [...new Set(best.flatMap(({ incidents }) => incidents.map(({ id }) => id)))];
  const [records, apart] = await Promise.all([recordsOf(snapshot, store, ids), store.discussion.apartAmong(ids)]);
  const addresses = addressesOf(records);
  const two = new Set(apart.map((pair) => pair.join(' ')));
  return best
    .filter(({ incidents: [one, other] }) => !two.has([one.id, other.id].sort().join(' ')))
    .map((pair) => (sharesSource(pair, addresses) ? pair.ifSourceShared() : pair))
    .filter(({ score }) => score >= DUPLICATE_THRESHOLD)
    .map(({ incidents, reasons, score }) => ({ incidents, reasons, score }));
}

function addressesOf(records: readonly StoredIncident[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(records.map(({ incident }) => [incident.id, new Set(incident.sources.map(({ url }) => url))]));
}

function sharesSource({ incidents: [one, other] }: Compared, addresses: ReadonlyMap<string, ReadonlySet<string>>) {
  return [...(addresses.get(one.id) ?? [])].some((url) => addresses.get(other.id)?.has(url));
}
