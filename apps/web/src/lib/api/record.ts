import type { Incident, Severity } from '@corridor/domain';
import type { DistanceInterval, Relation } from '@corridor/geography';
import { queryOptions } from '@tanstack/react-query';
import { ApiError, fetchJson } from './fetch-json.ts';
import { pathAsOf } from './path-as-of.ts';

/** How an incident lies to a site or route; `relation` and `distance` are null where its place is too vague. */
export interface IncidentLink {
  readonly id: string;
  readonly name: string;
  readonly kind: 'site' | 'route';
  readonly radiusKm: number;
  readonly relation: Relation | null;
  readonly distance: DistanceInterval | null;
}

export interface RecordVersion {
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string;
}

/** `/v1/incidents/{id}`: the whole record. */
export interface IncidentDetail extends Incident {
  readonly severity: Severity;
  readonly chinese: boolean;
  readonly version: number;
  readonly revision: number;
  /** Of which record it is a merged double, in no list or count. */
  readonly mergedInto: string | null;
  /** The records that are merged into it now, whatever moment is asked for. */
  readonly doubles: readonly string[];
  readonly links: { readonly targeted: readonly IncidentLink[]; readonly near: readonly IncidentLink[] };
  readonly versions: readonly RecordVersion[];
  /** Who filed it; null where a program did. */
  readonly reportedBy: { readonly id: string; readonly name: string } | null;
}

const RETRIES = 2;

/** The record as it is, or as it was known at a moment. */
export const recordQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['record', id, asOf ?? null],
    queryFn: ({ signal }) =>
      fetchJson<IncidentDetail>(pathAsOf(`/v1/incidents/${encodeURIComponent(id)}`, asOf ?? null), signal),
    staleTime: Infinity,
    retry: (failures, error) => !isMissing(error) && failures < RETRIES,
  });

/** One version of a record, whole. */
export interface WholeVersion extends RecordVersion {
  readonly mergedInto: string | null;
  readonly incident: Incident;
}

/** A version never changes, whatever becomes of the record. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['record-version', id, version],
    queryFn: ({ signal }) =>
      fetchJson<WholeVersion>(`/v1/incidents/${encodeURIComponent(id)}/versions/${version}`, signal),
    staleTime: Infinity,
  });

/** Whether the API answered that there is no such record (or that this can be no record's id). */
export function isMissing(error: Error | null): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 400);
}
