import { dayOf, type IncidentDistance, type IncidentSummary } from '@corridor/domain';
import { relationToRadius } from '@corridor/geography';
import { WINDOW_DAYS } from './site-windows.ts';

export const MAX_RADIUS_SHOWN_KM = 50;

/** How an incident stands to a site's ring; null where its place is too vague for a distance. */
export type SiteRelation = ReturnType<typeof relationToRadius>;

export interface SiteIncident {
  readonly incident: IncidentSummary;
  readonly minKm: number;
  readonly maxKm: number;
  readonly relation: SiteRelation;
  readonly aimed: boolean;
}

/** Sorts every incident with a distance into inside, possibly inside or outside a radius. */
export function relate(rows: readonly IncidentDistance[], siteId: string, radiusKm: number): SiteIncident[] {
  return rows.map(({ incident, minKm, maxKm }) => ({
    incident,
    minKm,
    maxKm,
    relation: relationToRadius({ minKm, maxKm }, radiusKm),
    aimed: incident.targetedSites.includes(siteId),
  }));
}

export interface RadiusCount {
  readonly radiusKm: number;
  readonly inside: number;
  readonly possible: number;
}

/** Counts for each whole kilometre from 1 to MAX_RADIUS_SHOWN_KM. O(incidents + radii). */
export function countByRadius(rows: readonly IncidentDistance[]): RadiusCount[] {
  const certain = new Array<number>(MAX_RADIUS_SHOWN_KM + 2).fill(0);
  const touched = new Array<number>(MAX_RADIUS_SHOWN_KM + 2).fill(0);
  const slot = (km: number) => Math.min(MAX_RADIUS_SHOWN_KM + 1, Math.max(1, Math.ceil(km)));
  for (const { minKm, maxKm } of rows) {
    certain[slot(maxKm)] = (certain[slot(maxKm)] ?? 0) + 1;
    touched[slot(minKm)] = (touched[slot(minKm)] ?? 0) + 1;
  }
  let inside = 0;
  let reached = 0;
  return Array.from({ length: MAX_RADIUS_SHOWN_KM }, (_, index) => {
    inside += certain[index + 1] ?? 0;
    reached += touched[index + 1] ?? 0;
    return { radiusKm: index + 1, inside, possible: reached - inside };
  });
}

export interface WindowCounts {
  /** For each of WINDOW_DAYS. */
  readonly last: readonly number[];
  /** The 365 days before the last 365. */
  readonly yearBefore: number;
}

/** How many of the chosen fall into the days counted back from `end`. */
export function countWindows(
  rows: readonly SiteIncident[],
  end: string,
  chosen: (row: SiteIncident) => boolean,
): WindowCounts {
  const ages = rows.filter(chosen).map(({ incident }) => dayOf(end) - dayOf(incident.start));
  const within = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;
  return { last: WINDOW_DAYS.map((days) => within(0, days)), yearBefore: within(365, 730) };
}

export interface YearCounts {
  readonly year: string;
  readonly aimed: number;
  readonly inside: number;
  readonly possible: number;
}

/** Counts for every year between the first and the last, gap-free: aimed at it, else inside, else possibly inside. */
export function countByYear(rows: readonly SiteIncident[], firstYear: number, lastYear: number): YearCounts[] {
  return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => {
    const year = String(firstYear + index);
    const ofYear = rows.filter(({ incident }) => incident.start.startsWith(year));
    const others = ofYear.filter(({ aimed }) => !aimed);
    return {
      year,
      aimed: ofYear.length - others.length,
      inside: others.filter(({ relation }) => relation === 'inside').length,
      possible: others.filter(({ relation }) => relation === 'possible').length,
    };
  });
}
