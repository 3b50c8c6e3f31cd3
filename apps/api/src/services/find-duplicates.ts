import {
  addMonths,
  DEFAULT_SORT,
  type Distance,
  DUPLICATE_THRESHOLD,
  type DuplicateScore,
  dayOf,
  type IncidentSummary,
  isoOf,
  MAX_DAYS_APART,
  type Place,
  type Source,
  scoreDuplicate,
  startOfUnit,
  type UnfinishedDraft,
} from '@corridor/domain';
import { type Boundaries, distanceBetween, uncertaintyOf } from '@corridor/geography';
import type { Store } from '@corridor/store';
import type { Snapshot } from '../snapshot.ts';

export interface FoundDuplicate extends DuplicateScore {
  readonly incident: IncidentSummary;
}

export interface DuplicatesDeps {
  readonly store: Store;
  readonly boundaries: Boundaries;
  readonly snapshot: Snapshot;
}

const MAX_FOUND = 5;
/** Of one month: the newest. */
const MAX_COMPARED = 2_000;
/** Whose sources are read and compared as well. */
const MAX_READ = 30;

/** The records that most likely tell of the event of a draft, best first, those alone that are worth a look. */
export async function findDuplicates(
  deps: DuplicatesDeps,
  draft: UnfinishedDraft,
  except: string | undefined,
): Promise<readonly FoundDuplicate[]> {
  const candidates = (await candidatesFor(deps.snapshot, draft)).filter(({ id }) => id !== except);
  const nearest = candidates
    .map((incident) => scored(deps, draft, incident, false))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_READ);
  const sharing = await idsSharingSource(deps.store, draft.sources ?? [], nearest);
  return nearest
    .map((found) => (sharing.has(found.incident.id) ? scored(deps, draft, found.incident, true) : found))
    .filter(({ score }) => score >= DUPLICATE_THRESHOLD)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_FOUND);
}

/** An incident known only to its month or year begins on its first day, and counts there. */
async function candidatesFor({ engine }: Snapshot, { occurred }: UnfinishedDraft): Promise<readonly IncidentSummary[]> {
  const first = dayOf(occurred.start) - MAX_DAYS_APART;
  const from = isoOf(startOfUnit(first, 'month'));
  const last = Math.min(dayOf(occurred.end) + MAX_DAYS_APART, addMonths(startOfUnit(first, 'month'), 13));
  const page = { sort: DEFAULT_SORT, offset: 0, limit: MAX_COMPARED };
  const answer = await engine.answer({ filter: { from, to: isoOf(last) }, page });
  return answer.page?.items ?? [];
}

/** How likely it is that an incident tells of the event of a draft, by what both say and how far apart they may be. */
export function scored(
  { boundaries }: Pick<DuplicatesDeps, 'boundaries'>,
  draft: UnfinishedDraft,
  incident: IncidentSummary,
  sharesSource: boolean,
): FoundDuplicate {
  const distance = draft.place ? distanceTo(draft.place, incident, boundaries) : null;
  return { incident, ...scoreDuplicate(draft, incident, { distance, sharesSource }) };
}

function distanceTo(place: Place, incident: IncidentSummary, boundaries: Boundaries): Distance | null {
  const one = uncertaintyOf(place, boundaries);
  const other = uncertaintyOf({ ...incident, precision: incident.placePrecision }, boundaries);
  return one && other && distanceBetween(one, other);
}

async function idsSharingSource(
  store: Store,
  sources: readonly Source[],
  found: readonly FoundDuplicate[],
): Promise<ReadonlySet<string>> {
  if (sources.length === 0) return new Set();
  const addresses = new Set(sources.map(({ url }) => url));
  const records = await store.incidentsByIds(found.map(({ incident }) => incident.id));
  return new Set(
    records.flatMap(({ incident }) => (incident.sources.some(({ url }) => addresses.has(url)) ? [incident.id] : [])),
  );
}
