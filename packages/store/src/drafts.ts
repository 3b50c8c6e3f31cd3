import type { DraftKind, DraftState } from '@corridor/domain';
import type { JsonObject } from './audit/canonical-json.ts';

/** What was read out of an article for one event. The store keeps it as it is. */
export interface DraftContent {
  readonly kind: DraftKind;
  readonly draft: JsonObject;
  /** Where in the article's text each value stands. */
  readonly evidence: readonly JsonObject[];
  /** What else a value could be. */
  readonly candidates: readonly JsonObject[];
}

/** An article as it is handed in. */
export interface NewArticle {
  /** Of a watched source; null for one that somebody handed in. */
  readonly sourceId: string | null;
  /** Null for a text that was pasted. */
  readonly address: string | null;
  /** A page that is watched comes again under its address, with another text. */
  readonly isWatchedPage: boolean;
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  /** An ISO date, or date and time, as the page says it. */
  readonly published: string | null;
  readonly text: string;
  /** Where it names sites and routes. */
  readonly sites: readonly JsonObject[];
  /** A person's id, or a part of the program. */
  readonly takenBy: string;
}

export interface StoredArticle extends NewArticle {
  readonly id: string;
  /** ISO instant in UTC. */
  readonly fetchedAt: string;
}

export interface StoredDraft extends DraftContent {
  readonly id: string;
  readonly articleId: string;
  readonly state: DraftState;
  /** What it became, or is linked to. */
  readonly incident: string | null;
  /** Why it was dismissed. */
  readonly reason: string;
  readonly decidedBy: string | null;
  /** ISO instants in UTC. */
  readonly decidedAt: string | null;
  readonly madeAt: string;
}

/** A draft with what a list shows of its article. */
export interface ListedDraft extends StoredDraft {
  readonly article: Pick<
    StoredArticle,
    'id' | 'title' | 'publisher' | 'address' | 'published' | 'sourceId' | 'language'
  >;
}

export interface DraftQuery {
  readonly state: DraftState | null;
  readonly kind: DraftKind | null;
  /** The draft after which to go on: newest first, by id among those of one moment. */
  readonly after: { readonly madeAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** What becomes of a draft by a write of the record. */
export interface DraftSettlement {
  readonly id: string;
  readonly as: 'filed' | 'linked';
  readonly incident: string;
}

/**
 * Articles, and what was read out of them for people to decide on. None of it is part of a record or takes a revision. What
 * files or links a draft is a write of incidents that settles it (`IncidentWrite.settles`).
 */
export interface Drafts {
  /** The article at an address, watched pages apart; null where there is none. */
  articleAt(address: string): Promise<StoredArticle | null>;
  /** Whether an article has this text, however it is spaced and capitalised: `addArticle` would add none. */
  hasText(text: string): Promise<boolean>;
  /**
   * Keeps an article with its drafts, unless there is one with its address or the same text. A watched page that comes again
   * gets those drafts alone that none of its earlier texts had. Gives the id of the article that is there then.
   */
  addArticle(
    article: NewArticle,
    drafts: readonly DraftContent[],
  ): Promise<{ readonly id: string; readonly isNew: boolean }>;
  article(id: string): Promise<StoredArticle | null>;

  page(query: DraftQuery): Promise<readonly ListedDraft[]>;
  draft(id: string): Promise<StoredDraft | null>;
  /** In the order of the text. */
  ofArticle(articleId: string): Promise<readonly StoredDraft[]>;
  /** How many wait to be decided, by kind. */
  openCounts(): Promise<Readonly<Record<DraftKind, number>>>;
  /** Dismisses an open draft, and enters that into the audit trail; false for one that is not open. */
  dismiss(id: string, by: string, reason: string): Promise<boolean>;
}
