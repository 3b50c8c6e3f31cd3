import { SUB_EVENT_TYPES } from '@corridor/domain';
import type { Article, ExtractedDraft } from '@corridor/extraction';
import type { ArticleExtractor } from '../feeds/article-extractor.ts';

/**
 * Stands in for the extractor in tests of what is done with its results, and knows no language. An article is a page's title
 * and its paragraphs; each line `EVENT <day> <title>` is an event, `RECALLS <day> <title>` one that is told as background.
 */
export function anExtractor(): ArticleExtractor {
  return {
    async readArticle(html, address) {
      const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = '']) => text);
      if (paragraphs.length === 0) throw new Error('The page has no article');
      const [, title = ''] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
      const [, published = null] = /<time>(.*?)<\/time>/.exec(html) ?? [];
      return { title, text: paragraphs.join('\n'), published, publisher: 'News', address, language: 'en' };
    },
    articleOfText: (text, { published }) => ({
      ...{ title: text.slice(0, 20), text, published, publisher: '', address: null, language: 'en' },
    }),
    async extractDrafts(article) {
      const [drafts, background] = [eventsOf(article, 'EVENT'), eventsOf(article, 'RECALLS')];
      return { isIncidentArticle: drafts.length > 0, drafts, background, sites: [], readTo: article.text.length };
    },
    readProposal: async ({ drafts }) => ({ drafts, faults: [] }),
  };
}

function eventsOf({ text }: Article, word: string): ExtractedDraft[] {
  return [...text.matchAll(new RegExp(`^${word} (\\S+) (.*)$`, 'gm'))].map((match): ExtractedDraft => {
    const [line, day = '', title = ''] = match;
    const evidence = { field: 'title', start: match.index, end: match.index + line.length };
    const eventType = 'Explosions/Remote violence';
    const [subEventType] = SUB_EVENT_TYPES[eventType];
    return {
      draft: { title, occurred: { start: day, end: day, precision: 'day' }, eventType, subEventType },
      evidence: [evidence],
      unsure: [
        {
          field: 'eventType',
          values: [
            { value: 'Protests', evidence },
            { value: 'Riots', evidence: null },
          ],
        },
      ],
    };
  });
}
