import type { IncidentDetail } from '@corridor/api/src/schemas/incident-schemas.ts';
import type { WholeVersion } from '@corridor/api/src/schemas/writing-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { ApiError, fetchJson } from './fetch-json.ts';
import { pathAsOf } from './path-as-of.ts';

export type { IncidentLink, RecordVersion } from '@corridor/api/src/schemas/incident-schemas.ts';
export type { IncidentDetail, WholeVersion };

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
