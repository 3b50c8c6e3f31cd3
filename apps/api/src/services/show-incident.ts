import { type Place, Problem, type Route, recordIdSchema, type Site } from '@corridor/domain';
import {
  type Boundaries,
  type DistanceInterval,
  distanceInterval,
  type Relation,
  relationToRadius,
  uncertaintyOf,
} from '@corridor/geography';
import type { IncidentVersion, Store } from '@corridor/store';
import { type NamedPerson, namedPerson, personNames } from '../access/person-names.ts';
import { type IncidentRecord, toRecord } from '../incident-record.ts';
import type { Snapshot } from '../snapshot.ts';

/** How an incident lies to a site or route; `relation` and `distance` are null where its place is too vague. */
export interface IncidentLink {
  readonly id: string;
  readonly name: string;
  readonly kind: 'site' | 'route';
  readonly radiusKm: number;
  readonly relation: Relation | null;
  readonly distance: DistanceInterval | null;
}

export interface IncidentDetail extends IncidentRecord {
  readonly links: { readonly targeted: readonly IncidentLink[]; readonly near: readonly IncidentLink[] };
  readonly key: number;
  /** The incident of which this one is a merged double: it is in no list, count or export. */
  readonly mergedInto: string | null;
  /** Ids of the incidents that are merged into this one. */
  readonly doubles: readonly string[];
  /** Who filed it; null where that was no person. */
  readonly reportedBy: NamedPerson | null;
  /** Persons by name, parts of the program as they are. */
  readonly versions: readonly Omit<IncidentVersion, 'incident'>[];
}

export interface ShowIncidentDeps {
  readonly store: Store;
  readonly boundaries: Boundaries;
  readonly snapshot: Snapshot;
}

/**
 * The whole record as it stood at the snapshot's revision, which a newer version does not change. Throws the Problem
 * `not-found`, for what is no id without asking the store.
 */
export async function showIncident(
  { store, boundaries, snapshot }: ShowIncidentDeps,
  id: string,
): Promise<IncidentDetail> {
  const stored = recordIdSchema.safeParse(id).success ? await store.incidentById(id) : null;
  const versions = stored === null ? [] : await store.incidentVersions(id);
  const known = versions.filter(({ revision }) => revision <= snapshot.revision);
  const present = known.at(-1);
  const [first] = versions;
  if (first && present === undefined) {
    throw new Problem('not-found', `This incident was not known yet: it was first recorded on ${first.changedAt}.`);
  }
  if (stored === null || present === undefined) throw new Problem('not-found', 'There is no incident with this id.');
  const [doubles, names] = await Promise.all([
    store.doublesOf(id),
    personNames(
      store.accounts,
      known.map(({ changedBy }) => changedBy),
    ),
  ]);
  const links = linksOf(present.incident.place, boundaries, snapshot);
  const aims = new Set(present.incident.targetedSites);
  return {
    ...toRecord(present),
    key: stored.key,
    mergedInto: present.mergedInto,
    doubles,
    reportedBy: namedPerson(names, known[0]?.changedBy),
    links: {
      targeted: links.filter(({ id: target }) => aims.has(target)),
      near: links.filter(({ relation }) => relation === 'inside' || relation === 'possible'),
    },
    versions: known.map(({ version, revision, changedAt, changedBy, reason, mergedInto }) => ({
      version,
      revision,
      changedAt,
      changedBy: names.get(changedBy) ?? changedBy,
      reason,
      mergedInto,
    })),
  };
}

function linksOf(place: Place, boundaries: Boundaries, { sites, routes }: Snapshot): IncidentLink[] {
  const uncertainty = uncertaintyOf(place, boundaries);
  const siteLinks = sites.map((site) => {
    const target = { kind: 'point', at: [site.longitude, site.latitude] } as const;
    return toLink('site', site, uncertainty && distanceInterval(uncertainty, target));
  });
  const routeLinks = routes.map((route) => {
    const target = { kind: 'line', line: route.line } as const;
    return toLink('route', route, uncertainty && distanceInterval(uncertainty, target));
  });
  return [...siteLinks, ...routeLinks].sort((a, b) => (a.distance?.maxKm ?? 0) - (b.distance?.maxKm ?? 0));
}

function toLink(
  kind: 'site' | 'route',
  { id, name, radiusKm }: Pick<Site | Route, 'id' | 'name' | 'radiusKm'>,
  distance: DistanceInterval | null,
): IncidentLink {
  return { id, name, kind, radiusKm, relation: distance && relationToRadius(distance, radiusKm), distance };
}
