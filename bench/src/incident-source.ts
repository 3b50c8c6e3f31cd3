import { readFileSync } from 'node:fs';
import { COUNTED_STATUSES, dayOf, formatIssue, type Incident, isoOf } from '@corridor/domain';
import { createRandom, createSeededIncidents, readUcdpIncidents } from '@corridor/incident-table/testing';
import type { BenchGeography } from './bench-geography.ts';

/** Where the incidents of a bench come from; the same count gives the same incidents. */
export interface IncidentSource {
  readonly title: string;
  create(count: number): readonly Incident[];
}

const SEED = 2;

export function seededSource(geography: BenchGeography): IncidentSource {
  return {
    title: `made-up incidents, seed ${SEED}`,
    create: (count) => createCountedIncidents(count, geography),
  };
}

/** Every one counts: rivals know of no retracted records, and must count what our engine counts. */
export function createCountedIncidents(count: number, geography: BenchGeography, seed = SEED): readonly Incident[] {
  return createSeededIncidents({ count, seed, geography, statuses: COUNTED_STATUSES });
}

/** Incidents of a UCDP GED file. Rows that are no incidents are named through `onIssue`; a file of none is an error. */
export function fileSource(path: string, geography: BenchGeography, onIssue: (line: string) => void): IncidentSource {
  const { incidents, issues } = readUcdpIncidents(readFileSync(path, 'utf8'), geography);
  for (const issue of issues) onIssue(formatIssue(issue));
  if (incidents.length === 0) throw new RangeError(`${path} holds no incidents of the UCDP GED format`);
  return {
    title: `${incidents.length} incidents of a UCDP GED file, repeated as needed with days moved within a month`,
    create: (count) => repeatIncidents(incidents, count),
  };
}

/**
 * As many incidents as wanted: the given ones first, then copies that begin up to 15 days earlier or later, so that days do
 * not gather. Places and actors stay, and with them their skew.
 */
export function repeatIncidents(incidents: readonly Incident[], count: number): readonly Incident[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, (_, index) => {
    const original = incidents[index % incidents.length];
    if (!original) throw new RangeError('Expected incidents to repeat');
    const round = Math.floor(index / incidents.length);
    return round === 0 ? original : copyOf(original, round, Math.floor(random() * 31) - 15);
  });
}

function copyOf(original: Incident, round: number, days: number): Incident {
  const { id, title, occurred } = original;
  const moved = { day: days, week: 7 * Math.round(days / 7), month: 0, year: 0 }[occurred.precision];
  const move = (date: string) => isoOf(dayOf(date) + moved);
  return {
    ...original,
    id: `${id}-${round}`,
    title: `${title} (${round})`,
    occurred: { ...occurred, start: move(occurred.start), end: move(occurred.end) },
  };
}
