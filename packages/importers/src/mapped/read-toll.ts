import { MAX_TOLL, type Range } from '@corridor/domain';
import { inFigures } from './in-figures.ts';

/** A toll as a table gives it; null is not known. */
export interface TableToll {
  readonly toll: Range | null;
  /** Whether the cell says more than the figures: that they are about, or at least, so many. */
  readonly isRough: boolean;
}

/**
 * Reads `3`, `1,200`, `5-7` and `5 to 7` (the least is the best, as ACLED counts), `3+`, `at least 3`, `about 3`, `up to 3`,
 * the same in English words up to a hundred (`at least two`, `a dozen`, `five (5)`), `nil` and `unknown`; null for anything else.
 */
export function readToll(text: string): TableToll | null {
  if (UNKNOWN.test(text)) return { toll: null, isRough: false };
  if (NOBODY.test(text)) return exactly(0);
  const { figure, most, rough, more } = TOLL.exec(inFigures(text))?.groups ?? {};
  if (figure === undefined) return null;
  const [first, second] = [countIn(figure), most === undefined ? null : countIn(most)];
  if (first > MAX_TOLL || (second !== null && (second <= first || second > MAX_TOLL))) return null;
  if (second !== null) return { toll: { low: first, best: first, high: second }, isRough: false };
  if (rough !== undefined && /^(up to|max)/i.test(rough)) {
    return { toll: { low: Math.min(1, first), best: first, high: first }, isRough: true };
  }
  return { ...exactly(first), isRough: rough !== undefined || more !== undefined };
}

const UNKNOWN = /^(unknown|not known|n\/?a|\?+|[-–—])$/i;
const NOBODY = /^(nil|none|no|zero|nobody|no[ -]one)$/i;
/** Spreadsheets write whole numbers with a decimal point at times. */
const FIGURE = String.raw`\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.0+)?`;
const TOLL = new RegExp(
  String.raw`^(?<rough>at least|min(?:imum)?\.?|≥|>=|about|around|approx(?:imately|\.)?|ca\.?|~|up to|max(?:imum)?\.?)?\s*` +
    String.raw`(?<figure>${FIGURE})(?:\s*(?:-|–|to|or)\s*(?<most>${FIGURE})|\s*(?<more>\+|or more))?$`,
  'i',
);

function countIn(figure: string): number {
  return Number(figure.replaceAll(',', ''));
}

function exactly(count: number): TableToll {
  return { toll: { low: count, best: count, high: count }, isRough: false };
}
