import type { ReadSentence } from './read-sentence.ts';

/** The sign that ends it, before or after the agency. */
const SIGN = /^\s*(?:\([^)]{0,40}\)\s*)?[:—–-]{1,3}\s/;
/** The first words of a dateline, the place in capitals: "DERA ISMAIL KHAN, Pakistan". An item of a digest writes it small. */
const PLACES = /^\p{Lu}[\p{Lu} .'’-]{1,40}(?:,\s*\p{Lu}[\p{L} ]{0,20})?[\s,(]*$/u;

/** "PESHAWAR, Pakistan, June 14 -": the day of a report is none of its events. */
export function withoutDateOfReport(sentence: ReadSentence, text: string): ReadSentence {
  const [date] = sentence.dates;
  if (sentence.index !== 0 || date === undefined) return sentence;
  const lead = text.slice(sentence.start, date.start);
  const isDateline = PLACES.test(lead) && SIGN.test(text.slice(date.end, date.end + 48));
  return isDateline ? { ...sentence, dates: sentence.dates.slice(1) } : sentence;
}
