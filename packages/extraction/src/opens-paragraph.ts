import { choosePlace } from './choose-place.ts';
import { has } from './cue-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import type { CueKind } from './lexicon/cues.ts';
import type { OpenEvent } from './open-event.ts';
import { districtSaid, placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import { isOfDateline } from './starts-anew.ts';

/** An act stands so many sentences at most behind the one that says where it was. */
const REACH = 2;

/** Who only talks of an event does so anywhere. */
const TALK: readonly CueKind[] = [
  'official',
  'reference',
  'recall',
  'meeting',
  'protest',
  'claim',
  'measure',
  'rescue',
];

/**
 * "On the highway at Gidar in Surab, a second band held the road. Seventeen trucks were set on fire": whether a sentence without
 * an act begins a paragraph of another event, in a district of which no news is told yet.
 */
export function opensParagraph(
  sentence: ReadSentence,
  sentences: readonly ReadSentence[],
  events: readonly OpenEvent[],
  context: ExtractionContext,
): boolean {
  const at = sentences.indexOf(sentence);
  if (at < 1 || sentences[at - 1]?.paragraph === sentence.paragraph || has(sentence, ...TALK)) return false;
  const district = districtSaid(sentence, context) ?? districtFirst(sentence, context);
  const there = events.map((event) => placeOfEvent(event, context));
  const isNew = there.every((one) => one.chosen?.place.district !== district && !isOfDateline(one));
  const next = sentences.slice(at + 1, at + 1 + REACH).filter(({ paragraph }) => paragraph === sentence.paragraph);
  return district !== null && isNew && next.some(isNews);
}

/** So many words at most have a sentence that only says of a place that something was there too. */
const SHORT = 8;

/** "Peshawar was not spared either." */
function districtFirst(sentence: ReadSentence, context: ExtractionContext): string | null {
  const isFirst = sentence.names.some(({ first }) => first === 0);
  return isFirst && sentence.words.length <= SHORT
    ? (choosePlace([sentence], context).chosen?.place.district ?? null)
    : null;
}

/** An act that somebody did or that hurt somebody, told for the first time. */
function isNews(sentence: ReadSentence): boolean {
  if (sentence.acts.length === 0 || has(sentence, ...TALK)) return false;
  return (
    sentence.tolls.length > 0 || has(sentence, 'perpetrator') || sentence.acts.some(({ kind }) => kind !== 'attack')
  );
}
