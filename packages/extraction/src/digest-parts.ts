import type { ReadSentence } from './read-sentence.ts';

/** A stretch of a text that is read by itself. */
export interface DigestPart {
  readonly sentences: readonly ReadSentence[];
  /** An item stands under a heading with a place; what stands before the first introduces, what a writer remarks is no news. */
  readonly kind: 'introduction' | 'item' | 'remark';
  /** The heading, where it is a sentence of its own. */
  readonly heading: ReadSentence | null;
}

interface OpenPart {
  readonly kind: DigestPart['kind'];
  readonly sentences: ReadSentence[];
}

/** So many paragraphs with a heading make a digest; a report has one dateline. */
const LEAST_ITEMS = 2;

/**
 * The items of a digest, whose paragraphs begin with a place, or a day and a place, and a sign: "1 Oct, Swat: …",
 * "02 Jul - Kalat. …". A paragraph without a heading goes on with the item before it. A text that is no digest is one item.
 * O(sentences).
 */
export function digestParts(sentences: readonly ReadSentence[], text: string): readonly DigestPart[] {
  const parts: OpenPart[] = [];
  for (const sentence of sentences) {
    const open = parts.at(-1);
    const isFirst = sentence.paragraph !== open?.sentences.at(-1)?.paragraph;
    const kind = isFirst ? kindOf(sentence, text) : null;
    if (kind !== null) parts.push({ kind, sentences: [sentence] });
    else if (open === undefined) parts.push({ kind: 'introduction', sentences: [sentence] });
    else open.sentences.push(sentence);
  }
  if (parts.filter(({ kind }) => kind === 'item').length < LEAST_ITEMS)
    return [{ sentences, kind: 'item', heading: null }];
  return withoutClosing(parts).map((part) => ({
    ...part,
    heading: part.kind === 'item' ? headingOf(part.sentences, text) : null,
  }));
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
  return [...parts.slice(0, -1), { ...last, sentences: own }, { kind: 'remark', sentences: closing }];
}

/** What a paragraph begins; null where it goes on with what is before it. */
function kindOf(first: ReadSentence, text: string): 'item' | 'remark' | null {
  if (headingEnd(first, text) !== null) return 'item';
  const [word] = first.words;
  return word !== undefined && REMARK.test(word.text) && isSign(text, word.end) ? 'remark' : null;
}

const REMARK = /^(comments?|notes?|analysis|assessment|remarks?|outlook|background|context|summary|totals?|تبصرہ|نوٹ)$/;

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
  return isSign(text, words[at - 1]?.end ?? start) ? at : null;
}

/** A sign that ends a heading. */
function isSign(text: string, end: number): boolean {
  return /^\s*(?:[:.–—]|-\s)/.test(text.slice(end, end + 3));
}
