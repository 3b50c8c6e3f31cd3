import type { District, Filter, Incident, PageRequest } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { type GeographyContext, IncidentEngine, IncidentTable } from '@corridor/incident-table';
import type { Store, StoredIncident } from '@corridor/store';
import type { Snapshot } from '../snapshot.ts';

export interface ArrivalsDeps {
  readonly store: Pick<Store, 'changedKeys' | 'incidentsAt' | 'textsByKeys'>;
  readonly boundaries: Boundaries;
  readonly districts: readonly District[];
  readonly snapshot: Pick<Snapshot, 'routes' | 'sites'>;
}

export interface Arrivals {
  readonly revision: number;
  /** In the list's order; null where more has changed since than is looked through. */
  readonly ids: readonly string[] | null;
}

/** What a list holds and in what order. */
export interface AskedList extends Pick<PageRequest, 'sort' | 'within'> {
  readonly filter: Filter;
}

/** Records that changed since then, at most: each is read twice, as it stood and as it stands. */
const MAX_CHANGED = 1_000;

/**
 * Ids that a list holds in the newest revision and did not hold at an earlier one. What changed is asked for as it stood
 * and as it stands, by the engine that answers lists: so it does not matter how many incidents there are, nor what answers
 * the list itself. A site that moved brings nothing: both are measured against the sites of now.
 */
export async function listArrivals(
  { boundaries, districts, snapshot, store }: ArrivalsDeps,
  list: AskedList,
  since: number,
): Promise<Arrivals> {
  const { routes, sites } = snapshot;
  const keys = await store.changedKeys(since, MAX_CHANGED);
  const { items, revision } = await store.textsByKeys(keys ?? []);
  if (keys === null) return { revision, ids: null };
  const changed = items.map(({ id }) => id);
  const [stood, stand] = [await store.incidentsAt(since, changed), await store.incidentsAt(revision, changed)];
  const geography = { boundaries, districts, sites, routes };
  const listedThen = new Set(idsListed(stood, list, geography));
  return { revision, ids: idsListed(stand, list, geography).filter((id) => !listedThen.has(id)) };
}

function idsListed(
  records: readonly StoredIncident[],
  { filter, ...order }: AskedList,
  geography: GeographyContext,
): readonly string[] {
  const incidents = records.map(({ incident }): Incident => incident);
  const engine = new IncidentEngine(IncidentTable.fromIncidents(incidents, 0), geography);
  const { page } = engine.answer({ filter, page: { ...order, offset: 0, limit: incidents.length } });
  return page?.items.map(({ id }) => id) ?? [];
}
