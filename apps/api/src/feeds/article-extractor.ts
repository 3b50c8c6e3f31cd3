import type { UnfinishedDraft } from '@corridor/domain';

/** A text to be read, as it came: from a page, or pasted by a person. */
export interface Article {
  readonly title: string;
  readonly text: string;
  /** An ISO date, or date and time; null where that is not known. */
  readonly published: string | null;
  readonly publisher: string;
  /** Null for a text that was pasted. */
  readonly address: string | null;
  readonly language: string;
}

/** Offsets in the article's text, in UTF-16. */
export interface Evidence {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  readonly field: string;
  readonly values: readonly { readonly value: unknown; readonly evidence: Evidence }[];
}

export interface ExtractedDraft {
  readonly draft: UnfinishedDraft;
  readonly evidence: readonly Evidence[];
  readonly unsure: readonly Candidate[];
}

export interface Extraction {
  readonly isIncidentArticle: boolean;
  readonly drafts: readonly ExtractedDraft[];
  /** Older events that are told as background. */
  readonly background: readonly ExtractedDraft[];
  readonly sites: readonly unknown[];
}

/**
 * Reads articles and what they tell of. The portfolio's names and places are in it already. The first two throw an Error whose
 * message says why there is no article.
 */
export interface ArticleExtractor {
  readArticle(html: string, address: string): Article;
  articleOfText(text: string, known: { readonly published: string | null }): Article;
  extractDrafts(article: Article): Extraction;
}
