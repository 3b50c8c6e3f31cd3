import type { RouteDetail, SiteDetail } from '@corridor/api/src/schemas/portfolio-schemas.ts';
import type {
  ListedSource,
  RouteEdit,
  RouteVersions,
  SavedRoute,
  SavedSite,
  SavedSource,
  SiteEdit,
  SiteVersions,
  SourceDetail,
  SourceEdit,
  SourceList,
} from '@corridor/api/src/schemas/target-schemas.ts';
import type { NewRoute, NewSite } from '@corridor/domain';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { sendJson } from './send-json.ts';

export type TargetKind = 'site' | 'route';

/** A site or route with what its page shows. */
export type TargetDetail = RouteDetail | SiteDetail;
type SavedTarget = SavedRoute | SavedSite;

export type { ListedSource, SourceDetail };

const pathOf = (kind: TargetKind, id: string) => `/v1/${kind}s/${encodeURIComponent(id)}`;

export const targetQuery = (kind: TargetKind, id: string) =>
  queryOptions({
    queryKey: ['target', kind, id],
    queryFn: ({ signal }) => fetchJson<TargetDetail>(pathOf(kind, id), signal),
    staleTime: Infinity,
  });

export const targetVersionsQuery = (kind: TargetKind, id: string) =>
  queryOptions({
    queryKey: ['target-versions', kind, id],
    queryFn: ({ signal }) => fetchJson<RouteVersions | SiteVersions>(`${pathOf(kind, id)}/versions`, signal),
    staleTime: Infinity,
  });

/** Adds a site or route. The same key again gives the one that it made, and makes no second. */
export function addTarget(kind: TargetKind, target: NewRoute | NewSite, key: string): Promise<SavedTarget> {
  return sendJson('POST', `/v1/${kind}s`, target, { 'Idempotency-Key': key });
}

/** Changes a site or route, unless its version is not that one any more. */
export function changeTarget(
  kind: TargetKind,
  id: string,
  version: number,
  change: RouteEdit | SiteEdit,
): Promise<SavedTarget> {
  return sendJson('PATCH', pathOf(kind, id), change, { 'If-Match': `"${version}"` });
}

export function fetchSources(q: string, cursor: string | null, signal: AbortSignal): Promise<SourceList> {
  const params = new URLSearchParams({ q, ...(cursor === null ? {} : { cursor }) });
  return fetchJson<SourceList>(`/v1/sources?${params}`, signal);
}

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['source', id],
    queryFn: ({ signal }) => fetchJson<SourceDetail>(`/v1/sources/${encodeURIComponent(id)}`, signal),
    staleTime: Infinity,
  });

/** Corrects a source wherever it is cited. Gives the one that stands then, which may be another that says the same. */
export function correctSource(id: string, version: number, change: SourceEdit): Promise<SavedSource> {
  return sendJson('PATCH', `/v1/sources/${encodeURIComponent(id)}`, change, { 'If-Match': `"${version}"` });
}
