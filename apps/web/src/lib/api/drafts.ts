import type { Draft, UnfinishedDraft } from '@corridor/domain';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NamedPerson } from './discussion.ts';
import type { DuplicateCandidate } from './editing.ts';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import type { DraftKind } from './queue-choice.ts';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

type DraftState = 'open' | 'filed' | 'linked' | 'dismissed';

/** Where in the article's text a value stands, in UTF-16 code units. */
export interface Evidence {
  /** `casualties.killed` is a part of a field. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** The model that proposed the value; absent where rules read it. */
  readonly proposedBy?: string;
}

/** What a field may be instead, or besides. */
export interface FieldCandidates {
  readonly field: string;
  /** Evidence is null where the text does not say it. */
  readonly values: readonly { readonly value: unknown; readonly evidence: Evidence | null }[];
}

/** What was read out of an article. */
export interface ArticleDraft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly draft: UnfinishedDraft;
  readonly evidence: readonly Evidence[];
  readonly candidates: readonly FieldCandidates[];
  readonly state: DraftState;
  /** Of what it became, or is linked to. */
  readonly incident: string | null;
  /** Why it was dismissed. */
  readonly reason: string;
  readonly decidedBy: NamedPerson | null;
  readonly decidedAt: string | null;
}

export interface ListedArticle {
  readonly title: string;
  readonly publisher: string;
  /** Null for a text that was pasted without one. */
  readonly address: string | null;
  readonly published: string | null;
  /** The watched source; null where somebody handed it in. */
  readonly sourceId: string | null;
  readonly language: string;
}

export interface DraftArticle extends ListedArticle {
  readonly text: string;
  /** Where it names sites and routes: one, or several where the name does not tell which. */
  readonly sites: readonly { readonly ids: readonly string[]; readonly start: number; readonly end: number }[];
}

export interface ListedDraft extends ArticleDraft {
  readonly article: ListedArticle;
}

export interface DraftDetail extends ArticleDraft {
  readonly article: DraftArticle;
  readonly duplicates: readonly DuplicateCandidate[];
  /** Older events that the article tells of, each with the records that it may be. */
  readonly recalled: readonly (ArticleDraft & { readonly matches: readonly DuplicateCandidate[] })[];
  readonly siblings: readonly { readonly id: string; readonly title: string; readonly state: DraftState }[];
}

interface DraftPage {
  readonly items: readonly ListedDraft[];
  readonly open: Readonly<Record<DraftKind, number>>;
  readonly next: string | null;
}

/** The beginning of the key of every answer about drafts. */
export const draftsKey = [...PERSONAL, 'drafts'] as const;

/** What is open, newest first, of one kind or of both. */
export const draftsQuery = (kind: DraftKind | null) =>
  infiniteQueryOptions({
    queryKey: [...draftsKey, 'list', kind],
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) });
      return fetchJson<DraftPage>(`/v1/drafts?${params}`, signal);
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

/** An article that somebody hands in: its text, or the address at which it is to be fetched. */
export interface HandedIn {
  readonly text?: string;
  readonly address?: string;
  readonly published?: string;
}

export interface ReadArticle {
  readonly article: DraftArticle;
  /** False where its address or its text was there already. */
  readonly isNew: boolean;
  readonly drafts: readonly ArticleDraft[];
  /** What was read out of it and could not be kept, and why. */
  readonly faults: readonly string[];
}

export function handInArticle(article: HandedIn): Promise<ReadArticle> {
  return sendJson('POST', '/v1/drafts', article);
}
