/**
 * A text with its English numbers in figures: `twenty-five` is `25`, `a dozen` is `12`, `two-three` is `2-3`, and of `five (5)` one
 * is left. In words up to a hundred; what is more, or none, stays as it is. O(text).
 */
export function inFigures(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const figures = text.replace(NUMBER, (words) => figureOf(words.toLowerCase()) ?? words);
  return figures.replace(SAID_TWICE, (both, first, second) => (first === second ? first : both));
}

const SAID_TWICE = /(?<![\d.,])(\d{1,7})\s*\(\s*(\d{1,7})\s*\)/g;

const SMALL = counted(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  0,
);
const TENS = counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10);
const WORDS = [...SMALL.keys(), ...TENS.keys(), 'dozen', 'hundred', 'thousand'].join('|');
/** Words that are one number, or none: `two-hundred` is not from two to a hundred. */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:half\s+)?a\s+|half\s+)?(?:${WORDS})(?:(?:\s+|-)(?:${WORDS}))*(?![\p{L}\p{N}])`,
  'giu',
);

function counted(words: string, first: number, step = 1): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, first + step * index]));
}

function figureOf(words: string): string | null {
  const [first = '', second, ...more] = words.split(/\s+|-/);
  if (second === undefined) return asText(plain(first) ?? SIZES.get(first));
  if (/^half( a)? dozen$/.test(words.replace(/\s+/g, ' '))) return '6';
  if (more.length > 0) return null;
  const [tens, unit] = [TENS.get(first), SMALL.get(second)];
  if (tens !== undefined && unit !== undefined && unit > 0 && unit < 10) return asText(tens + unit);
  const many = first === 'a' ? 1 : SMALL.get(first);
  const size = SIZES.get(second);
  if (many !== undefined && size !== undefined)
    return many * size > 0 && many * size <= 100 ? asText(many * size) : null;
  const [least, most] = [plain(first), plain(second)];
  return words.includes('-') && least !== undefined && most !== undefined ? `${least}-${most}` : null;
}

const SIZES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
]);

const plain = (word: string): number | undefined => SMALL.get(word) ?? TENS.get(word);
const asText = (number: number | undefined): string | null => (number === undefined ? null : String(number));
