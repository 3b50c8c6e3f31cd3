import {
  type InvalidParameter,
  type PortfolioInfo,
  Problem,
  type Route,
  type RouteChanges,
  type Site,
  type SiteChanges,
} from '@corridor/domain';
import { findUnknownNames } from '../params/known-values.ts';
import type { Snapshot } from '../snapshot.ts';

interface World {
  readonly info: PortfolioInfo;
  readonly known: Snapshot['known'];
}

/**
 * That what a person writes of a site lies in the portfolio, in a province and district that are known; what stands already
 * may be otherwise. Throws the Problem `invalid-body` with each fault by its path, below `prefix`.
 */
export function checkSite(changes: SiteChanges, present: Site | null, { info, known }: World, prefix = ''): void {
  const { district, latitude, longitude, province } = changedFields(changes, present);
  const names = {
    ...(province === undefined ? {} : { province: [province] }),
    ...(district === undefined ? {} : { district: [district] }),
  };
  refuse(prefix, [...findUnknownNames(names, known), ...outside(longitude, latitude, info, 'longitude', 'latitude')]);
}

/** The same of the points of a route. */
export function checkRoute({ line }: RouteChanges, present: Route | null, { info }: World, prefix = ''): void {
  const standing = new Set(present?.line.map(String));
  refuse(
    prefix,
    (line ?? []).flatMap((point, index) =>
      standing.has(String(point)) ? [] : outside(point[0], point[1], info, `line.${index}.0`, `line.${index}.1`),
    ),
  );
}

function changedFields(changes: SiteChanges, present: Site | null): SiteChanges {
  const fields = Object.entries(changes);
  const standing: ReadonlyMap<string, unknown> = new Map(Object.entries(present ?? {}));
  return Object.fromEntries(fields.filter(([name, value]) => standing.get(name) !== value));
}

function outside(
  longitude: number | undefined,
  latitude: number | undefined,
  { bounds: [west, south, east, north] }: PortfolioInfo,
  longitudeName: string,
  latitudeName: string,
): InvalidParameter[] {
  const invalid: InvalidParameter[] = [];
  if (longitude !== undefined && (longitude < west || longitude > east)) {
    invalid.push({ name: longitudeName, reason: `lies outside of the portfolio: ${west} to ${east}` });
  }
  if (latitude !== undefined && (latitude < south || latitude > north)) {
    invalid.push({ name: latitudeName, reason: `lies outside of the portfolio: ${south} to ${north}` });
  }
  return invalid;
}

const MAX_SHOWN = 5;

function refuse(prefix: string, faults: readonly InvalidParameter[]): void {
  if (faults.length === 0) return;
  const invalid = faults.slice(0, MAX_SHOWN).map(({ name, reason }) => ({ name: prefix + name, reason }));
  throw new Problem('invalid-body', `${invalid.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`, invalid);
}
