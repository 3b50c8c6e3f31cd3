import { choosePlace } from './choose-place.ts';
import { type CueFound, has } from './cue-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import type { OpenEvent } from './open-event.ts';
import { placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import { differ } from './starts-anew.ts';

/**
 * "In Quetta, a constable was killed", after a lead on grenade attacks in Quetta and Sibi: a toll of another place is of an
 * event of its own, whose act is the lead's. The lead without its toll and places; null where the sentence is none.
 */
export function partOfSummary(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): ReadSentence | null {
  const [lead] = events.find(({ isBackground, isSummary }) => isSummary && !isBackground)?.sentences ?? [];
  const open = events.at(-1);
  if (lead === undefined || open === undefined || sentence.acts.some(({ kind }) => kind !== 'attack')) return null;
  if (sentence.tolls.length === 0 && !isNextOfSeveral(sentence)) return null;
  if (goesBack(sentence, events, context)) return null;
  const isPlaced = findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  const isOpened = open.isSummary || differ(choosePlace([sentence], context), placeOfEvent(open, context));
  return isPlaced && isOpened && !open.isBackground
    ? { ...lead, tolls: [], names: [], acts: actsLent(lead, sentence) }
    : null;
}

/** "Two soldiers embraced martyrdom in the North Waziristan operation": one that was told before. */
function goesBack(sentence: ReadSentence, events: readonly OpenEvent[], context: ExtractionContext): boolean {
  const isDefinite = sentence.words.some(({ text }, at, words) => {
    return (
      ACT.test(text) && words.slice(Math.max(0, at - ACT_REACH), at).some((word) => /^(the|that)$/.test(word.text))
    );
  });
  const district = choosePlace([sentence], context).chosen?.place.district ?? null;
  return (
    isDefinite &&
    district !== null &&
    events.some((event) => placeOfEvent(event, context).chosen?.place.district === district)
  );
}

const ACT = /^(operation|attack|blast|incident|clash|encounter|engagement|raid|ambush|explosion)$/;
const ACT_REACH = 3;

/** Of a lead on shootings and blasts, what armed men did is no blast. */
function actsLent({ acts }: ReadSentence, sentence: ReadSentence): readonly CueFound[] {
  const armed = acts.filter(({ kind }) => kind !== 'bomb');
  return has(sentence, 'perpetrator') && armed.length > 0 ? armed : acts;
}

const ORDINAL = /^(first|second|third|fourth|other|another|پہلا|پہلے|دوسرا|دوسرے|تیسرا|تیسرے)$/;

/** "The second took place outside a clinic in Orakzai": one of those that the lead sums up, by its number. */
function isNextOfSeveral({ words }: ReadSentence): boolean {
  return words.slice(0, ORDINAL_WITHIN).some(({ text }) => ORDINAL.test(text));
}

/** An ordinal that counts events is at the beginning of a sentence. */
const ORDINAL_WITHIN = 3;

/** A lead that sums up what is then told one by one is no event of its own. */
export function withoutSummaries(events: readonly OpenEvent[]): readonly OpenEvent[] {
  const single = events.filter(({ isBackground, isSummary }) => !isBackground && !isSummary);
  return single.length > 0 ? events.filter(({ isSummary }) => !isSummary) : events;
}
