import {
  addMonths,
  DEFAULT_SORT,
  DUPLICATE_THRESHOLD,
  type DuplicateScore,
  dayOf,
  type IncidentSummary,
  isoOf,
  MAX_DAYS_APART,
  type Source,
  startOfUnit,
  type UnfinishedDraft,
} from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import type { Store } from '@corridor/store';
import type { Snapshot } from '../snapshot.ts';
import { areOfOneCurator, curatorsOf } from './curators.ts';
import { scoreBeside } from './score-beside.ts';

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

/**
 * The records that most likely tell of the event of a draft, best first, those alone that are worth a look. `except` is the
 * record that the draft is of: what somebody, or the foreign origin of both, found to be another event than that is not
 * among them.
 */
export async function findDuplicates(
  deps: DuplicatesDeps,
  draft: UnfinishedDraft,
  except: string | undefined,
): Promise<readonly FoundDuplicate[]> {
  const candidates = await othersThan(deps.store, await candidatesFor(deps.snapshot, draft), except);
  const scored = (incident: IncidentSummary, sharesSource: boolean): FoundDuplicate => {
    return { incident, ...scoreBeside(deps.boundaries, draft, incident, sharesSource) };
  };
  const nearest = candidates
    .map((incident) => scored(incident, false))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_READ);
  const [sharing, apart] = await Promise.all([
    idsSharingSource(deps.store, draft.sources ?? [], nearest),
    idsApart(deps.store, nearest, except),
  ]);
  return nearest
    .filter(({ incident }) => !apart.has(incident.id))
    .map((found) => (sharing.has(found.incident.id) ? scored(found.incident, true) : found))
    .filter(({ score }) => score >= DUPLICATE_THRESHOLD)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_FOUND);
}

async function othersThan(
  store: Store,
  candidates: readonly IncidentSummary[],
  except: string | undefined,
): Promise<readonly IncidentSummary[]> {
  if (except === undefined) return candidates;
  const curators = await curatorsOf(store, [except, ...candidates.map(({ id }) => id)]);
  return candidates.filter(({ id }) => id !== except && !areOfOneCurator(curators, except, id));
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

async function idsApart(
  store: Store,
  found: readonly FoundDuplicate[],
  from: string | undefined,
): Promise<ReadonlySet<string>> {
  if (from === undefined) return new Set();
  const pairs = await store.discussion.apartAmong([from, ...found.map(({ incident }) => incident.id)]);
  return new Set(pairs.filter((pair) => pair.includes(from)).flat());
}
