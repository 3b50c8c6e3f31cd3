import type { ReadSentence } from './read-sentence.ts';

/** A stretch of a text that is read by itself. */
export interface DigestPart {
  readonly sentences: readonly ReadSentence[];
  /** An item stands under a heading with a place; what stands before the first introduces, what a writer remarks is no news. */
  readonly kind: 'introduction' | 'item' | 'remark';
  /** Sentences that say nothing but where or when it was: of the item, and the day under which it stands. */
  readonly headings: readonly ReadSentence[];
}

interface OpenPart {
  readonly kind: DigestPart['kind'];
  readonly sentences: ReadSentence[];
  readonly day: ReadSentence | null;
}

/** So many paragraphs with a heading make a digest; a report has one dateline. */
const LEAST_ITEMS = 2;

/**
 * The items of a digest, whose paragraphs begin with a place, or a day and a place, and a sign: "1 Oct, Swat: …",
 * "02 Jul - Kalat. …", "3. Ghotki. July 11. …". A day that stands alone is that of the items below it. A paragraph without a
 * heading goes on with the item before it. A text that is no digest is one item. O(sentences).
 */
export function digestParts(sentences: readonly ReadSentence[], text: string): readonly DigestPart[] {
  const parts = partsOf(sentences, text);
  if (parts.filter(({ kind }) => kind === 'item').length < LEAST_ITEMS)
    return [{ sentences, kind: 'item', headings: [] }];
  return withoutClosing(parts).map((part) => ({
    ...part,
    headings: part.kind === 'item' ? headingsOf(part, text) : [],
  }));
}

function partsOf(sentences: readonly ReadSentence[], text: string): readonly OpenPart[] {
  const parts: OpenPart[] = [];
  let day: ReadSentence | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const [before, next] = [sentences[index - 1], sentences[index + 1]];
    const begins = sentence.paragraph !== before?.paragraph || isNumber(before);
    if (begins && isNumber(sentence)) continue;
    if (begins && sentence.paragraph !== next?.paragraph && isDay(sentence)) {
      day = sentence;
      continue;
    }
    const isListed = isNumber(before) || isNumbered(sentence, text);
    const kind = begins ? (isListed ? 'item' : kindOf(sentence, text)) : null;
    const open = parts.at(-1);
    if (kind !== null) parts.push({ kind, sentences: [sentence], day });
    else if (open === undefined) parts.push({ kind: 'introduction', sentences: [sentence], day: null });
    else open.sentences.push(sentence);
  }
  return parts;
}

/** The number of an item in a list. */
function isNumber(sentence: ReadSentence | undefined): boolean {
  const [word, ...others] = sentence?.words ?? [];
  return others.length === 0 && /^\d{1,3}$/.test(word?.text ?? '');
}

/** "(2) PS Landhi, 2300 hrs: …" */
function isNumbered({ words: [word] }: ReadSentence, text: string): boolean {
  return word !== undefined && /^\d{1,2}$/.test(word.text) && text[word.end] === ')';
}

/** "Saturday, Jan 17". */
function isDay({ dates, words }: ReadSentence): boolean {
  const [date] = dates;
  const isOfDate = ({ end, start }: { readonly end: number; readonly start: number }) =>
    dates.some((one) => one.start <= start && end <= one.end && one.from === date?.from);
  return words.length > 0 && words.every(isOfDate);
}

/** So many items of one paragraph each show how long an item is: what stands below the last is a remark on all. */
const LEAST_SHORT = 3;

function withoutClosing(parts: readonly OpenPart[]): readonly OpenPart[] {
  const last = parts.at(-1);
  const before = parts.slice(0, -1).filter(({ kind }) => kind === 'item');
  const begin = last?.sentences[0]?.paragraph;
  const closing = last?.sentences.filter(({ paragraph }) => paragraph !== begin) ?? [];
  const areShort = before.every(({ sentences }) => sentences.at(-1)?.paragraph === sentences[0]?.paragraph);
  if (last?.kind !== 'item' || closing.length === 0 || !areShort || before.length < LEAST_SHORT - 1) return parts;
  const own = last.sentences.filter(({ paragraph }) => paragraph === begin);
  return [...parts.slice(0, -1), { ...last, sentences: own }, { kind: 'remark', sentences: closing, day: null }];
}

/** What a paragraph begins; null where it goes on with what is before it. */
function kindOf(first: ReadSentence, text: string): 'item' | 'remark' | null {
  if (headingEnd(first, text) !== null) return 'item';
  const [word] = first.words;
  return word !== undefined && REMARK.test(word.text) && isSign(text, word.end) ? 'remark' : null;
}

const REMARK = /^(comments?|notes?|analysis|assessment|remarks?|outlook|background|context|summary|totals?|تبصرہ|نوٹ)$/;

/** The sentences before the first that tells something: a place, a day. */
function headingsOf({ day, sentences }: OpenPart, text: string): readonly ReadSentence[] {
  const told = sentences.findIndex((one) => headingEnd(one, text) !== one.words.length && !isDay(one));
  return [...sentences.slice(0, Math.max(0, told)), ...(day === null ? [] : [day])];
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
  return isSign(text, words[at - 1]?.end ?? start) ? at : null;
}

/** A sign that ends a heading. */
function isSign(text: string, end: number): boolean {
  return /^\s*(?:[:.–—]|-\s)/.test(text.slice(end, end + 3));
}
