import type { Portfolio } from '@corridor/domain';
import { articleOfText, extractDrafts, readArticle, readProposal } from '@corridor/extraction';
import type { ArticleExtractor } from '../feeds/article-extractor.ts';
import { contextOf, extractionNames } from '../feeds/extraction-names.ts';

/** The real rules, in the thread of the test. */
export function aRuleExtractor(portfolio: Portfolio): ArticleExtractor {
  const context = contextOf(extractionNames(portfolio));
  return {
    readArticle: async (html, address) => readArticle(html, address),
    articleOfText,
    extractDrafts: async (article) => extractDrafts(article, context()),
    readProposal: async ({ answer, article, drafts, model }) => readProposal(answer, model, article, drafts, context()),
  };
}
