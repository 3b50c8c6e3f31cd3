import type { UnfinishedDraft } from '@corridor/domain';

/** Where a value stands in the article's text, in UTF-16. */
export interface Evidence {
  /** A field of the draft; within casualties and the like with a dot: `casualties.killed`. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** The model that proposed the value; absent where the rules read it. */
  readonly proposedBy?: string;
}

/** What a field may be instead, or besides, where the text does not tell. */
export interface Candidate {
  readonly field: string;
  /** A value is JSON; `evidence` is null where the text does not say it, as for the day of publication. */
  readonly values: readonly { readonly value: unknown; readonly evidence: Evidence | null }[];
}

/** An event as the text tells it: what is known of it, where it says so, and what is left to a person. */
export interface ExtractedDraft {
  readonly draft: UnfinishedDraft;
  readonly evidence: readonly Evidence[];
  readonly unsure: readonly Candidate[];
}

/** An older event that the text recalls: to be linked to its record, not to be filed. */
export type RecalledEvent = ExtractedDraft;

/** A site or route that the text names: one id, or several where the name does not tell which. */
export interface SiteMention {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Extraction {
  readonly isIncidentArticle: boolean;
  readonly drafts: readonly ExtractedDraft[];
  readonly background: readonly RecalledEvent[];
  readonly sites: readonly SiteMention[];
  /** Where reading ended (UTF-16): less than the text's length only beyond TEXT_LIMITS. */
  readonly readTo: number;
}
