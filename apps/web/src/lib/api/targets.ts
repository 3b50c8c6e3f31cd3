import type {
  NewRoute,
  NewSite,
  Route,
  RouteChanges,
  Site,
  SiteChanges,
  Source,
  SourceChanges,
} from '@corridor/domain';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { sendJson } from './send-json.ts';

export type TargetKind = 'site' | 'route';

/** A site or route as it was written. */
export type Saved<Target> = Target & { readonly version: number; readonly revision: number };

/** One entry of the history of a site or route. */
export interface TargetVersion {
  readonly version: number;
  readonly changedAt: string;
  /** A person's name, or the part of the program. */
  readonly changedBy: string;
  readonly reason: string;
  readonly record: Route | Site;
}

const pathOf = (kind: TargetKind, id: string) => `/v1/${kind}s/${encodeURIComponent(id)}`;

export const targetQuery = (kind: TargetKind, id: string) =>
  queryOptions({
    queryKey: ['target', kind, id],
    queryFn: ({ signal }) => fetchJson<Saved<Route | Site>>(pathOf(kind, id), signal),
    staleTime: Infinity,
  });

export const targetVersionsQuery = (kind: TargetKind, id: string) =>
  queryOptions({
    queryKey: ['target-versions', kind, id],
    queryFn: ({ signal }) =>
      fetchJson<{ readonly items: readonly TargetVersion[] }>(`${pathOf(kind, id)}/versions`, signal),
    staleTime: Infinity,
  });

/** Adds a site or route. The same key again gives the one that it made, and makes no second. */
export function addTarget(kind: TargetKind, target: NewRoute | NewSite, key: string): Promise<Saved<Route | Site>> {
  return sendJson('POST', `/v1/${kind}s`, target, { 'Idempotency-Key': key });
}

/** Changes a site or route, unless its version is not that one any more. */
export function changeTarget(
  kind: TargetKind,
  id: string,
  version: number,
  change: { readonly reason: string; readonly changes: RouteChanges | SiteChanges },
): Promise<Saved<Route | Site>> {
  return sendJson('PATCH', pathOf(kind, id), change, { 'If-Match': `"${version}"` });
}

export interface ListedSource extends Source {
  readonly id: string;
  readonly version: number;
  /** How many of them cite it. */
  readonly incidents: number;
  readonly sites: number;
}

export interface SourcePage {
  readonly items: readonly ListedSource[];
  readonly next: string | null;
}

export function fetchSources(q: string, cursor: string | null, signal: AbortSignal): Promise<SourcePage> {
  const params = new URLSearchParams({ q, ...(cursor === null ? {} : { cursor }) });
  return fetchJson<SourcePage>(`/v1/sources?${params}`, signal);
}

export interface SourceDetail extends Source {
  readonly id: string;
  readonly version: number;
  readonly citedBy: {
    readonly incidents: readonly { readonly id: string; readonly title: string; readonly day: string }[];
    readonly sites: readonly { readonly id: string; readonly name: string }[];
  };
}

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['source', id],
    queryFn: ({ signal }) => fetchJson<SourceDetail>(`/v1/sources/${encodeURIComponent(id)}`, signal),
    staleTime: Infinity,
  });

/** Corrects a source wherever it is cited. Gives the one that stands then, which may be another that says the same. */
export function correctSource(
  id: string,
  version: number,
  change: { readonly reason: string; readonly changes: SourceChanges },
): Promise<Source & { readonly id: string; readonly version: number }> {
  return sendJson('PATCH', `/v1/sources/${encodeURIComponent(id)}`, change, { 'If-Match': `"${version}"` });
}
