import type { NameFound } from './find-names.ts';
import {
  AREA_WORDS,
  CARE,
  FROM_OR_TO,
  HALTED,
  IN,
  IN_AFTER,
  NEAR,
  OF_AFTER,
  OFFICE_AFTER,
  ORIGIN_AFTER,
  ORIGIN_OF,
  PART_AFTER,
  PLACE_ADJECTIVES,
  POLICE_SITES,
  TELLERS,
  TITLE_BEFORE,
} from './lexicon/place-words.ts';
import type { ReadSentence } from './read-sentence.ts';

/** As a dateline: "died at a hospital in Karachi" is where somebody was taken to. */
const TREATED_WEIGHT = 0.5;
/** Less than a dateline. */
export const BETWEEN_WEIGHT = 0.4;
const DATELINE_WEIGHT = 0.5;

/** How much the words around a name speak for something having happened there, 0 and less against it. O(words of a dateline). */
export function weighPlace(name: NameFound, sentence: ReadSentence): { weight: number; isNear: boolean } {
  const { first, last, named } = name;
  const { acts, index, tolls, words } = sentence;
  const textAt = (at: number) => words[at]?.text ?? '';
  const joins = words[first]?.isAfterSign !== true;
  const before = PLACE_ADJECTIVES.has(textAt(first - 1)) ? textAt(first - 2) : textAt(first - 1);
  const after = words[last + 1]?.isAfterSign === true ? '' : textAt(last + 1);
  // "trains between Sindh and Balochistan" were near neither.
  if (before === 'between' && named.every(({ kind }) => kind === 'province'))
    return { weight: BETWEEN_WEIGHT, isNear: false };
  const isNear =
    (joins && (NEAR.has(before) || (before === 'of' && NEAR.has(textAt(first - 2))))) ||
    NEAR.has(textAt(last + 2)) ||
    NEAR.has(after);
  const isPlaced = joins && (IN.has(before) || NEAR.has(before));
  let weight = index === 0 && last < datelineEnd(sentence) ? DATELINE_WEIGHT : 1;
  if (isPlaced || isAfterUnknown(first, words)) weight += 2;
  if (IN_AFTER.has(after) || (OF_AFTER.has(after) && PART_AFTER.has(textAt(last + 2)))) weight += 2;
  if (OF_AFTER.has(after) && ORIGIN_AFTER.has(textAt(last + 2))) weight -= 2;
  if (AREA_WORDS.has(after) || after === 's') weight += 1.5;
  if (joins && FROM_OR_TO.has(before)) weight -= 2;
  else if (joins && isFromPartOf(first, words)) weight -= 4;
  if (before === 'of' && ORIGIN_OF.has(textAt(first - 2))) weight -= 2.5;
  const isPoliceSite = isPlaced && before !== 'of' && after === 'police' && POLICE_SITES.has(textAt(last + 2));
  if ((OFFICE_AFTER.has(after) && !isPoliceSite) || (after === 's' && OFFICE_AFTER.has(textAt(last + 2)))) weight -= 3;
  if (/^(said|says)$/.test(after) && !isPlaced) weight -= 3;
  if (isWaitedAt(name, words)) weight = Math.min(weight, TREATED_WEIGHT);
  const isTeller = /^(said|says|told|confirmed)$/.test(after) && TELLERS.has(textAt(first - 2));
  if (isTeller && acts.length + tolls.length > 0) weight = Math.min(weight, 1);
  if (TITLE_BEFORE.has(textAt(first - 1))) weight -= 3;
  return { weight, isNear };
}

/** How long the name of a place may be that nobody knows. */
const UNKNOWN_WORDS = 3;

/** "in Pindiali, Mohmand": what stands behind the sign says where the unknown place is. */
function isAfterUnknown(first: number, words: ReadSentence['words']): boolean {
  if (words[first]?.isAfterSign !== true) return false;
  const lead = words.slice(Math.max(0, first - UNKNOWN_WORDS - 1), first);
  const at = lead.findLastIndex(({ isCapital }) => !isCapital);
  const unknown = lead.slice(at + 1);
  const before = lead[at]?.text ?? '';
  return (
    at >= 0 &&
    unknown.length > 0 &&
    (IN.has(before) || NEAR.has(before)) &&
    unknown.every(({ isAfterSign, text }) => !isAfterSign && !CARE.has(text))
  );
}

/** "at a hospital in Karachi", "the train was stopped at Sibi": where somebody was taken to, or had to wait. */
function isWaitedAt({ first, last }: NameFound, words: ReadSentence['words']): boolean {
  const [what, before] = words.slice(Math.max(0, first - 2), first).map(({ text }) => text);
  const [after, then] = words.slice(last + 1, last + 3).map(({ text }) => text);
  if (before === 'at' && HALTED.has(what ?? '')) return true;
  if (IN_AFTER.has(after ?? '') && /^روک/.test(then ?? '')) return true;
  return CARE.has(what ?? '') && /^(in|at)$/.test(before ?? '');
}

/** "labourers from the province of Punjab". */
function isFromPartOf(first: number, words: ReadSentence['words']): boolean {
  const lead = words.slice(Math.max(0, first - 4), first).map(({ text }) => text);
  return lead.at(-1) === 'of' && PARTS.test(lead.at(-2) ?? '') && lead.some((text) => FROM_OR_TO.has(text));
}

const PARTS = /^(province|district|city|town|state|region|village)$/;

/** Where the dateline of a first sentence ends, in words: "QUETTA:", "BANNU/KARAK/WANA:", "کندھ کوٹ / گھوٹکی (نامہ نگاران)". */
function datelineEnd({ names, words }: Pick<ReadSentence, 'names' | 'words'>): number {
  const capitals = Math.max(
    0,
    words.findIndex(({ isUpper }) => !isUpper),
  );
  let end = 0;
  for (const { first, last } of names) {
    if (first !== end || (first > 0 && words[first]?.isAfterSign !== true)) break;
    end = last + 1;
  }
  return Math.max(...[capitals, end].filter((at) => words[at]?.isAfterSign === true), 0);
}
