import {
  type Casualties,
  type DayNumber,
  isoOf,
  type Source,
  type TargetType,
  type UnfinishedDraft,
} from '@corridor/domain';
import { addPlace } from './add-place.ts';
import { withAllOfBefore } from './all-of-before.ts';
import type { Article } from './article.ts';
import { withCalledChinese } from './called-chinese.ts';
import { chooseActors, doersOf } from './choose-actors.ts';
import { chooseTarget, type TargetFound } from './choose-target.ts';
import { chooseType, type TypeFound } from './choose-type.ts';
import type { DateFound } from './date-found.ts';
import type { Candidate, Evidence, ExtractedDraft } from './extraction.ts';
import type { ExtractionContext } from './extraction-context.ts';
import type { EventFound } from './find-events.ts';
import { findSites } from './find-sites.ts';
import { occurredOf } from './occurred-of.ts';
import { onOneLine, shortened } from './plain-line.ts';
import type { ReadSentence } from './read-sentence.ts';
import { casualtiesOf, sumTolls } from './sum-tolls.ts';
import { withoutDateline } from './without-dateline.ts';

/** What drafts of one article share. */
export interface DraftingContext {
  readonly article: Article;
  readonly context: ExtractionContext;
  readonly published: DayNumber;
  /** The date of the text's first news: of what follows without a date of its own. */
  readonly newsDate: DateFound | null;
  /** A lead that sums up what is told one by one: whoever did all of it is named there. */
  readonly summary: ReadSentence | null;
}

/** The draft of an event of violence or unrest; null where the text does not say what kind of event it was. */
export function draftOfEvent(event: EventFound, drafting: DraftingContext): ExtractedDraft | null {
  const sentences = withCalledChinese(withAllOfBefore(event.sentences));
  const target = chooseTarget(sentences);
  const type = chooseType(sentences, target);
  return type && assembleDraft({ ...event, sentences }, type, target, drafting);
}

/** Puts together what the sentences of an event say, field by field, each with its evidence. */
export function assembleDraft(
  { samePlaceAs, sentences }: EventFound,
  type: TypeFound,
  target: TargetFound | null,
  { article, context, newsDate, published, summary }: DraftingContext,
  actorKinds: Parameters<typeof chooseActors>[1] = doersOf(type),
): ExtractedDraft {
  const evidence: Evidence[] = [];
  const unsure: Candidate[] = [];
  const note = (field: string, sentence: ReadSentence, first: number, last: number) =>
    evidence.push(evidenceOf(field, sentence, first, last));
  const occurred = occurredOf({ sentences, type, newsDate, published }, evidence, unsure);
  note('eventType', type.sentence, type.cue.first, type.cue.last);
  note('subEventType', type.sentence, type.cue.first, type.cue.last);
  const draft: UnfinishedDraft = {
    title: titleOf(sentences, article),
    summary: shortened(
      onOneLine(
        inOrder(sentences)
          .map(({ start, end }) => article.text.slice(start, end))
          .join(' '),
      ),
      SUMMARY_LENGTH,
    ),
    occurred,
    eventType: type.eventType,
    subEventType: type.subEventType,
    sources: sourcesOf(article, published),
  };
  addPlace(draft, sentences, context, evidence, unsure);
  if (draft.place === undefined && samePlaceAs) addPlace(draft, samePlaceAs.sentences, context, evidence, unsure);
  const own = chooseActors(sentences, actorKinds);
  const actors = own.length > 0 || summary === null ? own : chooseActors([summary], actorKinds);
  for (const actor of actors) note('actors', actor.sentence, actor.first, actor.last);
  if (actors.length > 0) draft.actors = actors.slice(0, 20).map(({ name, claim }) => ({ name, claim }));
  const sums = sumTolls(sentences);
  if (sums.size > 0) draft.casualties = casualtiesOf(sums);
  for (const [kind, sum] of sums)
    for (const { sentence, first, last } of sum.evidence) note(`casualties.${kind}`, sentence, first, last);
  addTarget(draft, target, article, note);
  addSites(draft, sentences, evidence, unsure);
  return { draft, evidence, unsure };
}

/** As the text has them: a lead that lends an event its act stands behind its sentences. */
function inOrder(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  return [...sentences].sort((one, other) => one.start - other.start);
}

/** Longer summaries are for people to write. */
const SUMMARY_LENGTH = 800;
const TITLE_LENGTH = 160;

function titleOf([first]: readonly ReadSentence[], { text }: Article): string {
  return first === undefined ? '' : shortened(withoutLink(onOneLine(withoutDateline(first, text))), TITLE_LENGTH);
}

/** What joins an event to the one before it says nothing in a title. */
const LINK = /^(?:(?:while|whereas|and|meanwhile)[, ] ?)?(?:in (?:a separate|a second|another) [^,]{0,40}, )?/i;

function withoutLink(line: string): string {
  const rest = line.replace(LINK, '');
  return rest === line ? line : rest.charAt(0).toUpperCase() + rest.slice(1);
}

function sourcesOf({ address, publisher, title }: Article, published: DayNumber): Source[] {
  if (address === null || !/^https?:\/\//.test(address) || address.length > 2000) return [];
  const source = {
    publisher: shortened(onOneLine(publisher), 300),
    title: shortened(onOneLine(title), 1000),
    url: address,
  };
  return [{ ...source, date: isoOf(published), grade: null, basedOn: '' }];
}

function evidenceOf(field: string, { words }: ReadSentence, first: number, last: number): Evidence {
  return { field, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

function addTarget(
  draft: UnfinishedDraft,
  target: TargetFound | null,
  { text }: Article,
  note: (field: string, sentence: ReadSentence, first: number, last: number) => void,
): void {
  const type = targetTypeOf(target, draft.casualties ?? null);
  if (type !== null) draft.targetType = type;
  if (target === null) return;
  const { first, last, sentence } = target;
  draft.target = shortened(onOneLine(text.slice(sentence.words[first]?.start, sentence.words[last]?.end)), 500);
  note('target', sentence, first, last);
  note('targetType', sentence, first, last);
}

function targetTypeOf(target: TargetFound | null, casualties: Casualties | null): TargetType | null {
  const isChinese = (casualties?.chineseKilled?.high ?? 0) + (casualties?.chineseWounded?.high ?? 0) > 0;
  if (isChinese && target?.type !== 'convoy') return 'chinese-nationals';
  return target?.type ?? null;
}

/** Words before a site at which an attack was aimed. */
const AIMED = /^(on|targeting|targeted|attacked|stormed|at|hit|into|against)$/;

/** A site that the text names beside the act may have been the target; it was where the words before it say so. */
function addSites(
  draft: UnfinishedDraft,
  sentences: readonly ReadSentence[],
  evidence: Evidence[],
  unsure: Candidate[],
): void {
  const found = sentences.flatMap(findSites);
  const aimed = found.filter(({ first, ids, sentence }) => {
    const before = sentence.words.slice(Math.max(0, first - 3), first);
    return ids.length === 1 && sentence.acts.length > 0 && before.some(({ text }) => AIMED.test(text));
  });
  const ids = [...new Set(aimed.flatMap((site) => site.ids))].slice(0, 50);
  if (ids.length > 0) draft.targetedSites = ids;
  for (const { end, start } of aimed) evidence.push({ field: 'targetedSites', start, end });
  const open = found
    .filter((site) => !aimed.includes(site))
    .flatMap(({ end, ids: some, start }) =>
      some.map((value) => ({ value, evidence: { field: 'targetedSites', start, end } })),
    );
  const named = open.filter(
    ({ value }, index) => !ids.includes(value) && open.findIndex((one) => one.value === value) === index,
  );
  if (named.length > 0) unsure.push({ field: 'targetedSites', values: named.slice(0, 10) });
}
