import { facetLists } from './facet-lists.ts';
import { emptyAnswer, FACETS, type Facet, type PlainFacet, type RivalAnswer } from './rival.ts';
import { NO_CELL, NO_MONTH, type RivalColumns } from './rival-columns.ts';
import { activeParts, type Part, type RivalFilter } from './rival-filter.ts';

/** One line of every statement here: which part of the answer, up to two codes, and what was counted. */
export const RESULT_COLUMNS = ['part', 'a', 'b', 'n', 'low', 'best', 'high'] as const;
export type ResultRow = Readonly<Record<(typeof RESULT_COLUMNS)[number], number>>;

/** What `part` says: the facets by their place in FACETS, then these. */
export const TIMELINE = FACETS.length;
export const CELLS = FACETS.length + 1;
export const TOTALS = FACETS.length + 2;

export const NUMBER_COLUMNS = [
  'type',
  'province',
  'district',
  'severity',
  'targetType',
  'status',
  'grade',
  'chinese',
  'day',
  'month',
  'cell',
  'siteKm',
  'killedLow',
  'killedBest',
  'killedHigh',
] as const;

export function numberColumn(columns: RivalColumns, name: (typeof NUMBER_COLUMNS)[number]): ArrayLike<number> {
  if (isPlainFacet(name)) return columns.codes[name];
  return columns[name];
}

function isPlainFacet(name: (typeof NUMBER_COLUMNS)[number]): name is PlainFacet {
  return FACETS.some((facet) => facet === name);
}

/** Conditions of a filter with numbered parameters, made once an answer, so that all parts share them. */
export function createConditions(filter: RivalFilter, hasActor: (parameter: string) => string, mark: '$' | '?') {
  const values: number[] = [];
  const bind = (value: number) => {
    values.push(value);
    return `${mark}${values.length}`;
  };
  const among = (codes: readonly number[] | null, test: (parameter: string) => string) =>
    `(${(codes ?? []).map((code) => test(bind(code))).join(' or ')})`;
  const write = (part: Part): string => {
    switch (part) {
      case 'type':
      case 'province':
        return among(filter[part], (parameter) => `${part} = ${parameter}`);
      case 'actor':
        return among(filter.actor, hasActor);
      case 'period':
        return `day between ${bind(filter.period?.[0] ?? 0)} and ${bind(filter.period?.[1] ?? 0)}`;
      case 'radiusKm':
        return `siteKm <= ${bind(filter.radiusKm ?? 0)}`;
    }
  };
  const tests = new Map(activeParts(filter).map((part) => [part, write(part)]));
  return {
    values,
    active: (part: Part) => tests.has(part),
    /** `where …`, or nothing; `without` names the part to leave out. */
    where: (without: Part | null, ...more: readonly string[]) => {
      const parts = [...[...tests].filter(([part]) => part !== without).map(([, test]) => test), ...more];
      return parts.length === 0 ? '' : `where ${parts.join(' and ')}`;
    },
  };
}

export function ownPartOf(facet: Facet): Part | null {
  return facet === 'type' || facet === 'province' || facet === 'actor' ? facet : null;
}

export function readRows(rows: readonly ResultRow[], columns: RivalColumns): RivalAnswer {
  const answer = emptyAnswer(columns);
  let { matched, killed } = answer;
  for (const { part, a, b, n, low, best, high } of rows) {
    const facet = FACETS[part];
    if (facet) answer.facets[facet][a] = n;
    else if (part === TIMELINE && a !== NO_MONTH) answer.timeline[a * columns.typeCount + b] = n;
    else if (part === CELLS && a !== NO_CELL) answer.bins[a * columns.typeCount + b] = n;
    else if (part === TOTALS) [matched, killed] = [n, { low, best, high }];
  }
  return { ...answer, lists: facetLists(columns, answer.facets), matched, killed };
}

export function matchedIn(rows: readonly ResultRow[]): number {
  return rows.find(({ part }) => part === TOTALS)?.n ?? 0;
}

/** One row of numbers; drivers give large ones as bigint or text, and no sum over nothing. */
export function toResultRow(values: readonly unknown[]): ResultRow {
  const [part = 0, a = 0, b = 0, n = 0, low = 0, best = 0, high = 0] = values.map((value) => Number(value ?? 0));
  return { part, a, b, n, low, best, high };
}

/** A count of each value of a column, as lines of the result. */
export function countLines(facet: number, by: readonly string[], from: string, where: string): string {
  const [a = '0', b = '0'] = by;
  return `select ${facet} as part, ${a} as a, ${b} as b, count(*) as n, 0 as low, 0 as best, 0 as high from ${from} ${where} group by ${by.join(', ')}`;
}

export function totalLine(from: string, where: string): string {
  return `select ${TOTALS} as part, 0 as a, 0 as b, count(*) as n, sum(killedLow) as low, sum(killedBest) as best, sum(killedHigh) as high from ${from} ${where}`;
}
