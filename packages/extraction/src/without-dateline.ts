import type { ReadSentence } from './read-sentence.ts';

const CAPITALS = /^\p{Lu}[\p{Lu} .'’-]+/u;
/** What may follow the place ("ISLAMABAD, March 10 (Agency) —"), and the sign that ends it. */
/** The number of an item in a list: "(3) ". */
const NUMBER = /^\s*\(?\d{1,2}\)/;
const END = /^(?:\s*[,/(][^:—–]{0,40})?\s*(?:[:—–]|-(?=\s))\s*/;

/**
 * The text of a sentence without the place that a report names as where it was written: words in capitals, or the name of a
 * known place, also behind a day or a number ("8 Mar, Kalat: ", "(3) Korangi: "), ended by a colon or a dash. O(length).
 */
export function withoutDateline({ dates, end, names, start, words }: ReadSentence, text: string): string {
  const sentence = text.slice(start, end);
  const day = dates.find((date) => date.start === words[0]?.start);
  const isNumbered = NUMBER.test(sentence);
  const begin = day === undefined ? Number(isNumbered) : words.findIndex((word) => word.start >= day.end);
  const place = names.find(({ first, named }) => first === begin && named.some(({ kind }) => kind !== 'actor'));
  const placeEnd = place === undefined ? 0 : (words[place.last]?.end ?? start) - start;
  const lead = Math.max(placeEnd, CAPITALS.exec(sentence)?.[0].trimEnd().length ?? 0);
  const sign = lead === 0 ? null : END.exec(sentence.slice(lead));
  if (sign === null) return sentence;
  const rest = sentence.slice(lead + sign[0].length);
  return rest === '' ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1);
}
