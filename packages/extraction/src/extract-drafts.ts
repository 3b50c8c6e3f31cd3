import { type DayNumber, dayOf, parseDay, unfinishedDraftSchema } from '@corridor/domain';
import type { Article } from './article.ts';
import { withBareKillings } from './bare-killings.ts';
import { chooseTarget } from './choose-target.ts';
import type { DateFound } from './date-found.ts';
import { assembleDraft, type DraftingContext, draftOfEvent } from './draft-of-event.ts';
import type { ExtractedDraft, Extraction, SiteMention } from './extraction.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { withBodies } from './find-bodies.ts';
import { DEVELOPMENT_ACTORS, findDevelopment } from './find-development.ts';
import { type EventFound, findEvents } from './find-events.ts';
import { findSites } from './find-sites.ts';
import { isOtherMatter, tellsOfAccident } from './other-matters.ts';
import { type ReadSentence, readSentence } from './read-sentence.ts';
import { splitText } from './split-text.ts';

/** An article yields as many drafts at most; a digest of a year is not read whole. */
const MAX_DRAFTS = 20;

/**
 * What an article reports, by rules alone: the same text gives the same drafts. A draft for each event of violence or unrest
 * that is news, else one for a development; older events that it recalls apart. About a millisecond a sentence with a date
 * in it, a tenth of that without; bounded by TEXT_LIMITS.
 */
export function extractDrafts(article: Article, context: ExtractionContext): Extraction {
  const published = publishedDay(article, context);
  const { readTo, sentences: split } = splitText(article.text);
  const read = split.map((sentence, index) => readSentence(article.text, sentence, index, context, published));
  const sentences = withBareKillings(withBodies(read));
  const events = isOtherMatter(article.title, sentences)
    ? []
    : findEvents(sentences, context, published).filter((event) => !tellsOfAccident(event));
  const news = events.filter(({ isBackground }) => !isBackground);
  const old = events.filter(({ isBackground }) => isBackground);
  const drafting = { article, context, published, newsDate: newsDateOf(sentences, old) };
  const drafts = news.flatMap((event) => draftOfEvent(event, drafting) ?? []).filter(isOfPortfolio);
  const background = old.flatMap((event) => draftOfEvent(event, drafting) ?? []).filter(isOfPortfolio);
  const developed =
    drafts.length > 0 || isOtherMatter(article.title, sentences) ? [] : developmentOf(sentences, old, drafting);
  const all = [...drafts, ...developed].slice(0, MAX_DRAFTS);
  return {
    isIncidentArticle: all.length > 0,
    drafts: all.filter(isValid),
    background: background.slice(0, MAX_DRAFTS).filter(isValid),
    sites: sitesOf(sentences),
    readTo,
  };
}

/** The day of publication in the portfolio's zone; the day of reading where the article has none. Never later than that. */
function publishedDay({ published }: Article, { timeZone, today }: ExtractionContext): DayNumber {
  const limit = dayOf(today);
  if (published === null) return limit;
  const plain = parseDay(published);
  const moment = Date.parse(published);
  if (plain === null && !Number.isFinite(moment)) return limit;
  const day = plain ?? dayOf(new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment));
  return Math.min(day, limit);
}

/** News is dated at the beginning of a text. */
const DATED_WITHIN = 3;

function newsDateOf(sentences: readonly ReadSentence[], old: readonly EventFound[]): DateFound | null {
  const recalled = new Set(old.flatMap((event) => event.sentences));
  const lead = sentences.slice(0, DATED_WITHIN).filter((sentence) => !recalled.has(sentence));
  return lead.flatMap(({ dates }) => dates).find(({ precision }) => precision === 'day') ?? null;
}

function developmentOf(
  sentences: readonly ReadSentence[],
  old: readonly EventFound[],
  drafting: DraftingContext,
): ExtractedDraft[] {
  const found = findDevelopment(sentences, old);
  if (found === null) return [];
  const { event, type } = found;
  return [assembleDraft(event, type, chooseTarget(event.sentences), drafting, DEVELOPMENT_ACTORS)];
}

/** An event that names no place, actor or site of the portfolio is another country's. */
function isOfPortfolio({ draft, unsure }: ExtractedDraft): boolean {
  const hasActor = draft.actors?.some(({ claim }) => claim !== 'unknown') ?? false;
  const { chineseKilled, chineseWounded } = draft.casualties ?? {};
  return (
    draft.place !== undefined ||
    hasActor ||
    Boolean(chineseKilled ?? chineseWounded) ||
    unsure.some(({ field }) => field === 'place' || field === 'targetedSites')
  );
}

/** Rules make drafts as people may write them; one that is not is kept from the queue. */
function isValid({ draft }: ExtractedDraft): boolean {
  return unfinishedDraftSchema.safeParse(draft).success;
}

const MAX_SITES = 200;

function sitesOf(sentences: readonly ReadSentence[]): SiteMention[] {
  return sentences
    .flatMap(findSites)
    .slice(0, MAX_SITES)
    .map(({ end, ids, start }) => ({ ids, start, end }));
}
