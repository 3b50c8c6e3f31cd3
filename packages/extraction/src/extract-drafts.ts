import { type DayNumber, dayOf, parseDay, unfinishedDraftSchema } from '@corridor/domain';
import type { Article } from './article.ts';
import { withBareKillings } from './bare-killings.ts';
import type { DateFound } from './date-found.ts';
import { withoutDateOfReport } from './date-of-report.ts';
import { withDaysOfBefore } from './days-of-before.ts';
import { type DigestPart, digestParts } from './digest-parts.ts';
import { developmentBefore, developmentOf, developmentsBeside } from './draft-developments.ts';
import { type DraftingContext, draftOfEvent } from './draft-of-event.ts';
import type { ExtractedDraft, Extraction, SiteMention } from './extraction.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { withBodies } from './find-bodies.ts';
import { type EventFound, findEvents } from './find-events.ts';
import { findSites } from './find-sites.ts';
import { isOtherMatter, tellsOfAccident } from './other-matters.ts';
import { type ReadSentence, readSentence } from './read-sentence.ts';
import { splitClauses } from './split-clauses.ts';
import { type Sentence, splitText } from './split-text.ts';
import { sumsUp } from './sums-up.ts';

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
  const sentences = readAll(article.text, split, context, published);
  const parts = isOtherMatter(article.title, sentences) ? [] : digestParts(sentences, article.text);
  const events = parts.map((part) => ({ ...part, events: eventsOf(part, context, published) }));
  const old = events.flatMap((part) => part.events.filter(({ isBackground }) => isBackground));
  const drafting = { article, context, published, newsDate: newsDateOf(sentences, old), summary: summaryOf(sentences) };
  const drafts = events.flatMap((part) => (tellsNews(part) ? draftsOfPart(part, drafting) : []));
  const news = events.flatMap((part) => part.events).find(({ isBackground }) => !isBackground);
  const background = old
    .filter(isDated)
    .map((event) => ({ ...event, ...samePlace(event, news) }))
    .flatMap((event) => draftOfEvent(event, { ...drafting, summary: null }) ?? []);
  return {
    isIncidentArticle: drafts.length > 0,
    drafts: drafts.slice(0, MAX_DRAFTS).filter(isValid),
    background: background.filter(isOfPortfolio).slice(0, MAX_DRAFTS).filter(isValid),
    sites: sitesOf(sentences),
    readTo,
  };
}

function readAll(
  text: string,
  split: readonly Sentence[],
  context: ExtractionContext,
  published: DayNumber,
): readonly ReadSentence[] {
  const sentences = split.flatMap((sentence, index) => {
    const read = (clause: Sentence) => readSentence(text, clause, index, context, published);
    return splitClauses(read(sentence), read, context);
  });
  const numbered = sentences.map((sentence, index) => withoutDateOfReport({ ...sentence, index }, text));
  return withBodies(withDaysOfBefore(numbered));
}

/** What is recalled without a date can be linked to no record. */
function isDated({ sentences }: EventFound): boolean {
  return sentences.some(({ dates }) => dates.length > 0);
}

/** What introduces a digest tells no news of its own where it sums up the items. */
function tellsNews({ kind, sentences }: DigestPart): boolean {
  return kind === 'item' || (kind === 'introduction' && !sentences.some(sumsUp));
}

interface ReadPart extends DigestPart {
  readonly events: readonly EventFound[];
}

/** The events of a part; what a heading of its own says of place and day is said of all of them. */
function eventsOf(
  { headings, sentences }: DigestPart,
  context: ExtractionContext,
  published: DayNumber,
): readonly EventFound[] {
  const events = findEvents(withBareKillings(sentences), context, published).filter((event) => !tellsOfAccident(event));
  return events.map((event) => ({ ...event, sentences: [...new Set([...event.sentences, ...headings])] }));
}

/** The drafts of a part's news; of a development where it has none. */
function draftsOfPart({ events, headings, sentences }: ReadPart, drafting: DraftingContext): ExtractedDraft[] {
  const news = events.filter(({ isBackground }) => !isBackground);
  const placed = news.map((event, index) => ({ ...event, ...samePlace(event, news[index - 1]) }));
  const told = placed.flatMap((event) => draftOfEvent(event, drafting) ?? []);
  const isPlaced = told.some(({ draft }) => draft.place !== undefined);
  const drafts = told.filter((one) => isOfPortfolio(one) || (isPlaced && hurtsSomebody(one)));
  const old = events.filter(({ isBackground }) => isBackground);
  if (drafts.length === 0) return developmentOf(sentences, old, drafting, headings);
  return [
    ...developmentBefore(sentences, news, drafting),
    ...drafts,
    ...developmentsBeside(sentences, drafts, drafting),
  ];
}

const SAME_PLACE = /^(same|اسی)$/;
const PLACE =
  /^(area|district|town|city|tehsil|village|road|highway|valley|province|bazaar|neighbourhood|locality|place|علاقے|ضلع|شہر|شاہراہ|سڑک|تحصیل)$/;

/** "In another incident on the same highway": where the event before it was. */
function samePlace({ sentences }: EventFound, before: EventFound | undefined): Pick<EventFound, 'samePlaceAs'> {
  const isSame = sentences.some(({ words }) =>
    words.some(({ text }, at) => SAME_PLACE.test(text) && PLACE.test(words[at + 1]?.text ?? '')),
  );
  return isSame && before !== undefined ? { samePlaceAs: before } : {};
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

/** A lead that sums up several acts of one group. */
function summaryOf([lead]: readonly ReadSentence[]): ReadSentence | null {
  return lead !== undefined && lead.acts.length > 0 && sumsUp(lead) ? lead : null;
}

/** News is dated at the beginning of a text. */
const DATED_WITHIN = 3;

function newsDateOf(sentences: readonly ReadSentence[], old: readonly EventFound[]): DateFound | null {
  const recalled = new Set(old.flatMap((event) => event.sentences));
  const lead = sentences.slice(0, DATED_WITHIN).filter((sentence) => !recalled.has(sentence));
  return lead.flatMap(({ dates }) => dates).find(({ precision }) => precision === 'day') ?? null;
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

/** Told beside news of the portfolio, at a place that it does not know: "on the same day an elder was killed in a village". */
function hurtsSomebody({ draft: { casualties } }: ExtractedDraft): boolean {
  return Object.values(casualties ?? {}).some((range) => (range?.high ?? 0) > 0);
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
