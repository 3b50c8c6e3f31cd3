import { type Place, Problem, type Route, type Site } from '@corridor/domain';
import {
  type Boundaries,
  type DistanceInterval,
  distanceInterval,
  type Relation,
  relationToRadius,
  uncertaintyOf,
} from '@corridor/geography';
import type { IncidentVersion, Store } from '@corridor/store';
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
  readonly versions: readonly Omit<IncidentVersion, 'incident'>[];
}

export interface ShowIncidentDeps {
  readonly store: Store;
  readonly boundaries: Boundaries;
  readonly snapshot: Snapshot;
}

/** The whole record. Throws the Problem `not-found` without asking the store when the table does not know the id. */
export async function showIncident(
  { store, boundaries, snapshot }: ShowIncidentDeps,
  id: string,
): Promise<IncidentDetail> {
  const stored = snapshot.table.rowOf(id) === undefined ? null : await store.incidentById(id);
  if (stored === null) throw new Problem('not-found', 'There is no incident with this id.');
  const versions = await store.incidentVersions(id);
  const links = linksOf(stored.incident.place, boundaries, snapshot);
  const aims = new Set(stored.incident.targetedSites);
  return {
    ...toRecord(stored),
    links: {
      targeted: links.filter(({ id: target }) => aims.has(target)),
      near: links.filter(({ relation }) => relation === 'inside' || relation === 'possible'),
    },
    versions: versions.map(({ version, revision, changedAt, changedBy, reason }) => ({
      version,
      revision,
      changedAt,
      changedBy,
      reason,
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
