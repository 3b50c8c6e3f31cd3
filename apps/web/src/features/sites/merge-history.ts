import type { Distance, IncidentSummary, Page } from '@corridor/domain';
import { relationToRadius } from '@corridor/geography';

export interface HistoryItem {
  readonly incident: IncidentSummary;
  /** Null where the place is too vague for a distance. */
  readonly distance: (Distance & { readonly relation: ReturnType<typeof relationToRadius> }) | null;
  readonly aimed: boolean;
}

/** One list of the `limit` newest of several pages with distances, each incident once. Pages of `limit` items lose none. */
export function mergeHistory(
  pages: readonly (Page | undefined)[],
  siteId: string,
  radiusKm: number,
  limit: number,
): HistoryItem[] {
  const items = new Map<string, HistoryItem>();
  for (const page of pages) {
    page?.items.forEach((incident, index) => {
      const distance = page.distances?.[index] ?? null;
      items.set(incident.id, {
        incident,
        distance: distance && { ...distance, relation: relationToRadius(distance, radiusKm) },
        aimed: incident.targetedSites.includes(siteId),
      });
    });
  }
  return [...items.values()].sort(byNewest).slice(0, limit);
}

function byNewest({ incident: a }: HistoryItem, { incident: b }: HistoryItem): number {
  if (a.start !== b.start) return a.start > b.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
