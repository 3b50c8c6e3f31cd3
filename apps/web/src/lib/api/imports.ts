import type { Commit, ImportDetail, ImportList, ImportSummary } from '@corridor/api/src/schemas/import-schemas.ts';
import { type ImportIssueKind, type ImportState, RUNNING_IMPORT_STATES } from '@corridor/domain';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { sendJson } from './send-json.ts';

export type { ImportIssue } from '@corridor/api/src/schemas/import-schemas.ts';
export type { ImportDetail, ImportSummary };

const UNDER_WAY: ReadonlySet<ImportState> = new Set(RUNNING_IMPORT_STATES);

export function isUnderWay(state: ImportState): boolean {
  return UNDER_WAY.has(state);
}

/** Whether nothing of it is, or will be, in the record: its counts are of what would have been. */
export function isGivenUp(state: ImportState): boolean {
  return state === 'cancelling' || state === 'cancelled' || state === 'failed';
}

const importsKey = [...PERSONAL, 'imports'] as const;
const PAGE = 50;
const POLL_MS = 1_000;
const LIST_POLL_MS = 3_000;

/** Newest first; followed while something is under way. */
export const importsQuery = infiniteQueryOptions({
  queryKey: [...importsKey, 'list'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson<ImportList>(`/v1/imports?limit=${PAGE}${pageParam === null ? '' : `&before=${pageParam}`}`, signal),
  initialPageParam: null as number | null,
  getNextPageParam: ({ items }) => (items.length < PAGE ? null : (items.at(-1)?.id ?? null)),
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(({ state }) => isUnderWay(state))) ? LIST_POLL_MS : false,
  refetchOnWindowFocus: true,
});

/** One import, followed until nothing of it is under way. */
export const importQuery = (id: string, kind: ImportIssueKind | null) =>
  queryOptions({
    queryKey: [...importsKey, 'one', id, kind],
    queryFn: ({ signal }) =>
      fetchJson<ImportDetail>(`/v1/imports/${encodeURIComponent(id)}${kind === null ? '' : `?issues=${kind}`}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.state) ? POLL_MS : false),
    refetchOnWindowFocus: true,
  });

/** Where records would be; the last feature may say how many are not drawn. */
export interface ImportPlaces {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly [number, number] } | null;
    readonly properties: { readonly name?: string; readonly undrawn?: number } & Readonly<
      Partial<Record<'new' | 'changed' | 'conflict' | 'duplicate' | 'deleted', number>>
    >;
  }[];
}

export const importPlacesQuery = (id: number) =>
  queryOptions({
    queryKey: [...importsKey, 'places', id],
    queryFn: ({ signal }) => fetchJson<ImportPlaces>(`/v1/imports/${id}/map.geojson`, signal),
    staleTime: Infinity,
  });

export function commitImport(id: number, duplicates: Commit['duplicates']): Promise<ImportDetail> {
  return sendJson('POST', `/v1/imports/${id}/commit`, { duplicates });
}

export function endImport(id: number, verb: 'cancel' | 'undo'): Promise<ImportDetail> {
  return sendJson('POST', `/v1/imports/${id}/${verb}`);
}

export const issuesPath = (id: number): string => `/v1/imports/${id}/issues.csv`;
