import type { Article, ExtractedDraft, Extraction, ReadProposal } from '@corridor/extraction';

/**
 * Reads articles and what they tell of. The portfolio's names and places are in it already. Reading rejects with an Error whose
 * message says why the text cannot be read, and with the Problems `overloaded` and `not-ready`, which are no fault of the text.
 */
export interface ArticleExtractor {
  readArticle(html: string, address: string): Promise<Article>;
  articleOfText(text: string, known: { readonly published: string | null }): Article;
  extractDrafts(article: Article): Promise<Extraction>;
  readProposal(proposal: GivenProposal): Promise<ReadProposal>;
}

/** What a model answered to a prompt about an article and its drafts. */
export interface GivenProposal {
  readonly answer: string;
  readonly model: string;
  readonly article: Article;
  readonly drafts: readonly ExtractedDraft[];
}
