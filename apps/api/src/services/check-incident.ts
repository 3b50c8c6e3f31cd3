import {
  type DraftChanges,
  evidenceLost,
  type Incident,
  type InvalidParameter,
  incidentSchema,
  type PortfolioInfo,
  Problem,
} from '@corridor/domain';
import { findUnknownNames } from '../params/known-values.ts';
import type { Snapshot } from '../snapshot.ts';
import { RULE_TEXTS } from './rule-texts.ts';

/**
 * That what a person writes speaks of what there is: a place within the portfolio's bounds, provinces, districts, sites and
 * routes that are known. Throws the Problem `invalid-body` with each fault by its path, below `prefix`.
 */
export function checkReferences(
  { place, targetedSites }: Pick<DraftChanges, 'place' | 'targetedSites'>,
  { info, known }: { readonly info: PortfolioInfo; readonly known: Snapshot['known'] },
  prefix = '',
): void {
  const invalid = [...placeFaults(place, info, known)];
  for (const [index, id] of (targetedSites ?? []).entries()) {
    const [fault] = findUnknownNames({ targetedSite: [id] }, known);
    if (fault) invalid.push({ name: `targetedSites.${index}`, reason: fault.reason });
  }
  if (invalid.length > 0) refuse(invalid.map(({ name, reason }) => ({ name: prefix + name, reason })));
}

function* placeFaults(
  place: Incident['place'] | undefined,
  { bounds: [west, south, east, north] }: PortfolioInfo,
  known: Snapshot['known'],
): Generator<InvalidParameter> {
  if (!place) return;
  const { district, latitude, longitude, province } = place;
  const names = {
    ...(province === null ? {} : { province: [province] }),
    ...(district === null ? {} : { district: [district] }),
  };
  for (const { name, reason } of findUnknownNames(names, known)) yield { name: `place.${name}`, reason };
  if (latitude !== null && (latitude < south || latitude > north)) {
    yield { name: 'place.latitude', reason: `lies outside of the portfolio: ${south} to ${north}` };
  }
  if (longitude !== null && (longitude < west || longitude > east)) {
    yield { name: 'place.longitude', reason: `lies outside of the portfolio: ${west} to ${east}` };
  }
}

/** The record with changes, if that is a record. Throws the Problem `invalid-body` with each fault by its path. */
export function changedIncident(incident: Incident, changes: DraftChanges): Incident {
  const result = incidentSchema.safeParse({ ...incident, ...changes });
  if (result.success) return result.data;
  refuse(result.error.issues.map(({ message, path }) => ({ name: `changes.${path.join('.')}`, reason: message })));
}

/** Throws the Problem `conflict` for a change that takes away what the record's status rests on. */
export function checkStatusHolds(before: Incident, after: Incident): void {
  const invalid = evidenceLost(before, after).map((name) => ({ name, reason: RULE_TEXTS[name] }));
  if (invalid.length === 0) return;
  const reasons = invalid.map(({ reason }) => reason).join('; ');
  throw new Problem('conflict', `It would be ${after.status} no longer: ${reasons}. Change its status first.`, invalid);
}

const MAX_SHOWN = 5;

function refuse(invalid: readonly InvalidParameter[]): never {
  const shown = invalid.slice(0, MAX_SHOWN);
  throw new Problem('invalid-body', `${shown.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`, shown);
}

/** Throws the Problem `conflict` for a double: it counts nowhere, so that nobody would see what became of the change. */
export function checkCounts(incident: { readonly incident: Incident; readonly mergedInto: string | null }): void {
  if (incident.mergedInto === null) return;
  throw new Problem('conflict', `${incident.incident.id} is merged into ${incident.mergedInto}: undo that first.`);
}
