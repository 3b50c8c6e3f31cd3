import { type Filter, type PortfolioInfo, type Totals, toFilterQuery } from '@corridor/domain';

/** What every export states of itself, in the file where its format has room, and in X-Corridor-* headers always. */
export interface ExportFacts {
  readonly portfolio: string;
  /** The filter as a query string; empty for everything. */
  readonly filter: string;
  readonly matched: number;
  /** matched = exported + leftOut. */
  readonly exported: number;
  /** Those that leave only as counts, by the policy of their origin. */
  readonly leftOut: number;
  readonly located: number;
  readonly unlocated: number;
  readonly revision: number;
  readonly licence: string;
  readonly credit: string;
}

/** What matched, at one revision, and how many of it are not given. */
export interface Counted {
  readonly totals: Totals;
  readonly leftOut: number;
  readonly revision: number;
}

export function exportFacts(info: PortfolioInfo, filter: Filter, { leftOut, revision, totals }: Counted): ExportFacts {
  return {
    portfolio: info.name,
    filter: toFilterQuery(filter),
    matched: totals.matched,
    exported: totals.matched - leftOut,
    leftOut,
    located: totals.located,
    unlocated: totals.unlocated,
    revision,
    licence: info.licence,
    credit: info.credits.map(({ what, who, licence }) => `${what}: ${who} (${licence})`).join('; '),
  };
}

/** Headers are ASCII: anything else in a value, and `%` itself, is percent-encoded UTF-8. */
export function exportHeaders(facts: ExportFacts, fileName: string, contentType: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Corridor-Portfolio': headerText(facts.portfolio),
    'X-Corridor-Filter': headerText(facts.filter),
    'X-Corridor-Matched': String(facts.matched),
    'X-Corridor-Exported': String(facts.exported),
    'X-Corridor-Left-Out': String(facts.leftOut),
    'X-Corridor-Located': String(facts.located),
    'X-Corridor-Unlocated': String(facts.unlocated),
    'X-Corridor-Revision': String(facts.revision),
    'X-Corridor-Licence': headerText(facts.licence),
    'X-Corridor-Credit': headerText(facts.credit),
  };
}

const MAX_HEADER = 4_000;

function headerText(text: string): string {
  const encoded = text.replace(/[^\x20-\x24\x26-\x7e]/gu, (letter) => encodeURIComponent(letter));
  return encoded.length > MAX_HEADER ? `${encoded.slice(0, MAX_HEADER)}...` : encoded;
}
