import type { Portfolio } from '@corridor/domain';
import { type Article, articleOfText, type Extraction, extractDrafts, readArticle } from '@corridor/extraction';
import type { Boundaries } from '@corridor/geography';

/**
 * Reads articles and what they tell of. The portfolio's names and places are in it already. The first two throw an Error whose
 * message says why there is no article.
 */
export interface ArticleExtractor {
  readArticle(html: string, address: string): Article;
  articleOfText(text: string, known: { readonly published: string | null }): Article;
  extractDrafts(article: Article): Extraction;
}

/** Reads by rules, against the names of a portfolio. */
export function createArticleExtractor(
  { gazetteer, info, routes, sites }: Pick<Portfolio, 'gazetteer' | 'info' | 'routes' | 'sites'>,
  boundaries: Pick<Boundaries, 'districtAt'>,
): ArticleExtractor {
  const { actors, bounds, districts, provinces, timeZone } = info;
  const districtAt = (longitude: number, latitude: number) => boundaries.districtAt(longitude, latitude);
  const names = { timeZone, bounds, provinces, districts, gazetteer, actors, sites, routes, districtAt };
  return {
    readArticle,
    articleOfText,
    extractDrafts: (article) => extractDrafts(article, { ...names, today: todayIn(timeZone) }),
  };
}

function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
}
