import type { ReadSentence } from './read-sentence.ts';

const CAPITALS = /^\p{Lu}[\p{Lu} .'’-]+/u;
/** What may follow the place ("ISLAMABAD, March 10 (Agency) —"), and the sign that ends it. */
const END = /^(?:\s*[,/(][^:—–]{0,40})?\s*(?:[:—–]|-(?=\s))\s*/;

/**
 * The text of a sentence without the place that a report names as where it was written: words in capitals, or the name of a
 * known place, ended by a colon or a dash. O(length).
 */
export function withoutDateline({ end, names, start, words }: ReadSentence, text: string): string {
  const sentence = text.slice(start, end);
  const place = names.find(({ first, named }) => first === 0 && named.some(({ kind }) => kind !== 'actor'));
  const placeEnd = place === undefined ? 0 : (words[place.last]?.end ?? start) - start;
  const lead = Math.max(placeEnd, CAPITALS.exec(sentence)?.[0].trimEnd().length ?? 0);
  const sign = lead === 0 ? null : END.exec(sentence.slice(lead));
  const rest = sign === null ? sentence : sentence.slice(lead + sign[0].length);
  return rest === '' ? sentence : rest;
}
