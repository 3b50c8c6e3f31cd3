import type { ReadSentence } from './read-sentence.ts';

/** A stretch of a text that is read by itself. */
export interface DigestPart {
  readonly sentences: readonly ReadSentence[];
  /** Under a heading with a place; what stands around the items of a digest tells no news of its own. */
  readonly isItem: boolean;
  /** The heading, where it is a sentence of its own. */
  readonly heading: ReadSentence | null;
}

/** So many paragraphs with a heading make a digest; a report has one dateline. */
const LEAST_ITEMS = 2;

/**
 * The items of a digest, whose paragraphs begin with a place, or a day and a place, and a sign: "1 Oct, Swat: …",
 * "02 Jul - Kalat. …". A text that is none is one part. O(sentences).
 */
export function digestParts(sentences: readonly ReadSentence[], text: string): readonly DigestPart[] {
  const parts: { sentences: ReadSentence[]; isItem: boolean }[] = [];
  for (const sentence of sentences) {
    const isFirst = sentence.paragraph !== parts.at(-1)?.sentences.at(-1)?.paragraph;
    const isItem = isFirst && headingEnd(sentence, text) !== null;
    const open = parts.at(-1);
    if (open === undefined || (isFirst && (isItem || open.isItem))) parts.push({ sentences: [sentence], isItem });
    else open.sentences.push(sentence);
  }
  const isDigest = parts.filter(({ isItem }) => isItem).length >= LEAST_ITEMS;
  if (!isDigest) return [{ sentences, isItem: true, heading: null }];
  return parts.map((part) => ({ ...part, heading: part.isItem ? headingOf(part.sentences, text) : null }));
}

/** A first sentence that is a heading and nothing else. */
function headingOf([first]: readonly ReadSentence[], text: string): ReadSentence | null {
  return first !== undefined && headingEnd(first, text) === first.words.length ? first : null;
}

/** Where the heading of a sentence ends, counted in words; null where it has none. */
function headingEnd({ dates, names, words }: ReadSentence, text: string): number | null {
  const start = words[0]?.start ?? 0;
  const date = dates.find((one) => one.start === start);
  let at = date === undefined ? 0 : words.findIndex((word) => word.start >= date.end);
  const isPlace = (first: number) =>
    names.find((name) => name.first === first && name.named.some(({ kind }) => kind !== 'actor' && kind !== 'site'));
  const begin = at;
  for (let name = isPlace(at); name !== undefined; name = isPlace(at)) at = name.last + 1;
  if (at <= begin || begin < 0) return null;
  const end = words[at - 1]?.end ?? start;
  return /^\s*(?:[:.–—]|-\s)/.test(text.slice(end, end + 3)) ? at : null;
}
