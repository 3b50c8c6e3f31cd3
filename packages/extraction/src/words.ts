import { foldText } from '@corridor/domain';

/** A word of a text, as rules compare it. */
export interface Word {
  /** Without marks, in lower case, digits as 0 to 9, letters that Arabic and Urdu write apart as one. */
  readonly text: string;
  /** Where it stands in the article's text (UTF-16). */
  readonly start: number;
  readonly end: number;
  /** It begins with a capital, or is of a script that has none. */
  readonly isCapital: boolean;
  /** All its letters are capitals, or of a script that has none. */
  readonly isUpper: boolean;
  /** A comma, bracket or other sign stands between it and the word before. */
  readonly isAfterSign: boolean;
  /** One of these signs is a semicolon: another clause begins. */
  readonly isAfterStop: boolean;
}

/** Numbers in groups of three, letters, digits: "N-25" is two words, as "D.I. Khan" is three. */
const WORD = /\d{1,3}(?:,\d{3})+(?!\d)|[\p{L}\p{M}]+|\p{N}+/gu;
const STOP = /[;؛]/;
const SIGN = /[,;:()[\]–—"“”،؛/]/;

/** The words of a stretch of text. O(length). */
export function wordsIn(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  let last = 0;
  const stretch = text.slice(start, end);
  for (const { 0: found, index } of stretch.matchAll(WORD)) {
    const first = [...found.slice(0, 2)][0] ?? '';
    words.push({
      text: foldWord(found),
      start: start + index,
      end: start + index + found.length,
      isCapital: first !== first.toLowerCase() || first === first.toUpperCase(),
      isUpper: found === found.toUpperCase(),
      isAfterSign: SIGN.test(stretch.slice(last, index)),
      isAfterStop: STOP.test(stretch.slice(last, index)),
    });
    last = index + found.length;
  }
  return words;
}

const SAME_LETTERS: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ہ', ه: 'ہ', ۀ: 'ہ', ھ: 'ہ' };
const NOT_ASCII = /[^\0-\x7f]/;

/**
 * A word as rules compare it: what is matched against words is written in this form, so "ئ" as "ی", "ھ" as "ہ".
 */
export function foldWord(word: string): string {
  const folded = foldText(word).replaceAll(',', '');
  if (!NOT_ASCII.test(folded)) return folded;
  return folded
    .replace(/[يىكةهۀھ]/g, (letter) => SAME_LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
