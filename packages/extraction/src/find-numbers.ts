import { MAX_TOLL, type Range } from '@corridor/domain';
import { MULTIPLIERS, NUMBER_WORDS, VAGUE_NUMBERS } from './lexicon/number-words.ts';
import { foldWord, type Word } from './words.ts';

/** A number in words, with what qualifies it: "at least 5", "between three and five", "dozens". */
export interface NumberFound {
  readonly first: number;
  readonly last: number;
  readonly range: Range;
}

/** The numbers of a sentence that may be counts: digits up to a million, words, and vague ones. O(words). */
export function findNumbers(words: readonly Word[]): NumberFound[] {
  const found: NumberFound[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const number = plainAt(words, index) ?? asManyAt(words, index, found) ?? vagueAt(words, index);
    if (number === null) continue;
    const whole = joinRange(found.at(-1), number, words) ?? number;
    if (whole !== number) found.pop();
    found.push(upTo(whole, words));
    index = number.last;
  }
  return found;
}

function plainAt(words: readonly Word[], first: number): NumberFound | null {
  const start = words[first];
  if (start === undefined) return null;
  let [value, last] = [numberOf(start.text) ?? alone(start.text), first];
  if (value === null && /^(a|half)$/.test(start.text)) {
    // "a dozen", "a hundred", "half a dozen"
    const at = words[first + 1]?.text === 'a' ? first + 2 : first + 1;
    const size = MULTIPLIERS.get(words[at]?.text ?? '');
    return size === undefined ? null : exactly(start.text === 'half' ? size / 2 : size, first, at);
  }
  if (value === null) return null;
  for (let next = words[last + 1]; next !== undefined; next = words[last + 1]) {
    const [unit, size] = [NUMBER_WORDS.get(next.text), MULTIPLIERS.get(next.text)];
    if (size !== undefined) value *= size;
    else if (unit !== undefined && unit < 10 && value % 10 === 0 && value < 100 && value >= 20) value += unit;
    else break;
    last += 1;
  }
  return value > MAX_TOLL ? null : exactly(value, first, withQualifier(last, words));
}

/** "درجن" is twelve without a word before it. */
function alone(text: string): number | null {
  return text === DOZEN ? (MULTIPLIERS.get(text) ?? null) : null;
}

const DOZEN = foldWord('درجن');

/** "about", "more than" and the like stand after the number in Urdu; "35 or more". */
function withQualifier(last: number, words: readonly Word[]): number {
  const [first, second] = [words[last + 1]?.text ?? '', words[last + 2]?.text ?? ''];
  if (first === 'or' && /^(more|so)$/.test(second)) return last + 2;
  return /^(کے|سے)$/.test(first) && /^(قریب|زاید|زیادہ|لگ)$/.test(second) ? last + 2 : last;
}

function numberOf(text: string): number | null {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  return NUMBER_WORDS.get(text) ?? null;
}

function exactly(value: number, first: number, last: number): NumberFound {
  return { first, last, range: { low: value, best: value, high: value } };
}

/** "five were killed and as many injured": the number before, but for a part of it. */
function asManyAt(words: readonly Word[], first: number, found: readonly NumberFound[]): NumberFound | null {
  if (!isAsMany(words, first) || words[first + 1]?.text === 'as') return null;
  const before = found.findLast((one) => words[one.first - 1]?.text !== 'including');
  return before === undefined ? null : { first, last: first, range: before.range };
}

function isAsMany(words: readonly Word[], at: number): boolean {
  return words[at]?.text === 'many' && words[at - 1]?.text === 'as';
}

function vagueAt(words: readonly Word[], first: number): NumberFound | null {
  const vague = VAGUE_NUMBERS.get(words[first]?.text ?? '');
  if (vague === undefined || isAsMany(words, first)) return null;
  const [low, high] = vague;
  // "scores of others"
  const isOf = words[first + 1]?.text === 'of' && !/^(them|whom|the|those)$/.test(words[first + 2]?.text ?? 'them');
  return { first, last: isOf ? first + 1 : first, range: { low, best: low, high } };
}

/** "3 to 5", "3-5", "three or four", "between 3 and 5": the least is the best, as ACLED counts. */
function joinRange(before: NumberFound | undefined, number: NumberFound, words: readonly Word[]): NumberFound | null {
  if (before === undefined) return null;
  const gap = words.slice(before.last + 1, number.first).map(({ text }) => text);
  const isBetween = words[before.first - 1]?.text === 'between' && gap.length === 1 && gap[0] === 'and';
  const isTo = gap.length === 1 && /^(to|or|سے|یا|تا)$/.test(gap[0] ?? '');
  const isDash = gap.length === 0 && isNumeral(words[before.last]) && isNumeral(words[number.first]);
  const isAfterSign = words[number.first]?.isAfterSign === true;
  if (!(isBetween || isTo || isDash) || (isAfterSign && !isDash)) return null;
  const [low, high] = [before.range.best, number.range.best];
  if (low >= high || high > 10 * low) return null;
  return { first: before.first, last: number.last, range: { low, best: low, high } };
}

function isNumeral(word: Word | undefined): boolean {
  return /^\d+$/.test(word?.text ?? '');
}

/** "up to 10" may be fewer; "at least 10" is the figure that is known. */
function upTo(number: NumberFound, words: readonly Word[]): NumberFound {
  const isUpTo = words[number.first - 1]?.text === 'to' && words[number.first - 2]?.text === 'up';
  return isUpTo ? { ...number, range: { ...number.range, low: Math.min(1, number.range.low) } } : number;
}
