import { type Word, wordsIn } from './words.ts';

/** What is read of a text at most; `Extraction.readTo` says where reading ended. */
export const TEXT_LIMITS = {
  /** Characters: some 10,000 words, ten times a long report. */
  length: 60_000,
  sentences: 600,
  /** Characters of a sentence; a longer one is read in pieces, since some rules look at each pair of its numbers and verbs. */
  sentenceLength: 600,
} as const;

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Counted from 0. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

export interface SplitText {
  readonly sentences: readonly Sentence[];
  /** Where reading ended. */
  readonly readTo: number;
}

/** Line ends, the signs that end a sentence with what closes a quotation, and the comma before "while in a separate attack". */
const BREAK = /\n+|[.!?۔؟]["'”’)\]]{0,3}(?=\s)|[,;](?=\s(?:while |and )?in (?:a separate|a second|another) )/g;
/** Where a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Brig|Sgt|Insp|Prof|Sen|St|No|Nos|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu}(?:\.\p{Lu})*)\.$/u;

/** Sentences with their place in the text, and their words. O(length) up to the limits. */
export function splitText(text: string): SplitText {
  const readable = text.slice(0, TEXT_LIMITS.length);
  const sentences: Sentence[] = [];
  let [start, paragraph] = [0, 0];
  const close = (end: number): void => {
    while (start < end && sentences.length < TEXT_LIMITS.sentences) {
      const stop = pieceEnd(readable, start, end);
      const words = wordsIn(readable, start, stop);
      if (words.length > 0) sentences.push({ start, end: stop, paragraph, words });
      start = stop;
    }
  };
  for (const { 0: sign, index } of readable.matchAll(BREAK)) {
    if (sentences.length >= TEXT_LIMITS.sentences) break;
    const isLine = sign.startsWith('\n');
    const isClause = sign === ',' || sign === ';';
    if (!isLine && !isClause && isAbbreviation(readable, start, index + 1)) continue;
    close(isLine || isClause ? index : index + sign.length);
    if (isLine) paragraph += 1;
    if (isClause) start = index + 1;
  }
  close(readable.length);
  return { sentences, readTo: start };
}

const LONGEST_ABBREVIATION = 12;

function isAbbreviation(text: string, start: number, end: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end));
}

/** A sentence that is too long is cut at a blank, or anywhere if there is none. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= TEXT_LIMITS.sentenceLength) return end;
  const limit = start + TEXT_LIMITS.sentenceLength;
  const blank = text.lastIndexOf(' ', limit);
  return blank > start ? blank : limit;
}
