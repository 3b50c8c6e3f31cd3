import type {
  ArticleDraft,
  DraftDetail,
  DraftList,
  HandedIn,
  ListedDraft,
  ReadArticle,
} from '@corridor/api/src/schemas/draft-schemas.ts';
import type { Draft, DraftKind } from '@corridor/domain';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

export type {
  DraftArticle,
  FieldCandidates,
} from '@corridor/api/src/schemas/draft-schemas.ts';
export type { DraftDetail, ListedDraft, ReadArticle };

/** The beginning of the key of every answer about drafts. */
export const draftsKey = [...PERSONAL, 'drafts'] as const;

/** What is open, newest first, of one kind or of both. */
export const draftsQuery = (kind: DraftKind | null) =>
  infiniteQueryOptions({
    queryKey: [...draftsKey, 'list', kind],
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) });
      return fetchJson<DraftList>(`/v1/drafts?${params}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: true,
  });

const pathOf = (id: string) => `/v1/drafts/${encodeURIComponent(id)}`;

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: [...draftsKey, 'one', id],
    queryFn: ({ signal }) => fetchJson<DraftDetail>(pathOf(id), signal),
  });

/** Files what was made of a draft. The same key again gives the record that it made, and makes no second. */
export function fileDraft(id: string, draft: Draft, idempotencyKey: string): Promise<IncidentDetail> {
  return sendJson('POST', `${pathOf(id)}/file`, draft, { 'Idempotency-Key': idempotencyKey });
}

/** Adds the article of a draft to the sources of a record. */
export function linkDraft(id: string, incident: string): Promise<IncidentDetail> {
  return sendJson('POST', `${pathOf(id)}/link`, { incident });
}

export function dismissDraft(id: string, reason: string): Promise<ArticleDraft> {
  return sendJson('POST', `${pathOf(id)}/dismiss`, { reason });
}

export function handInArticle(article: HandedIn): Promise<ReadArticle> {
  return sendJson('POST', '/v1/drafts', article);
}
