import { facetLists } from './facet-lists.ts';
import { emptyAnswer, PLAIN_FACETS, type Rival, type RivalAnswer } from './rival.ts';
import { NO_CELL, NO_MONTH, type RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';

const NAME = 'one pass over typed arrays';
const [TYPE, PROVINCE, ACTOR, PERIOD, RADIUS] = [1, 2, 4, 8, 16];

/**
 * What a careful programmer writes without any library: one loop, in which a row that fails one part of the filter still
 * counts for the facet of that part. Every other answer is checked against it.
 */
export const typedArrayPass: Rival = {
  name: NAME,
  load: (columns) => ({
    name: NAME,
    form: 'columns of numbers, one loop for everything, a mask of failed parts for each row',
    answer: (filter) => {
      const answer = scan(columns, filter);
      return { matched: answer.matched, read: () => answer };
    },
    close: () => undefined,
  }),
};

/** Every answer, computed from nothing. */
export function scan(columns: RivalColumns, filter: RivalFilter): RivalAnswer {
  const { rowCount, month, cell, codes, lists, killedLow, killedBest, killedHigh, typeCount } = columns;
  const answer = emptyAnswer(columns);
  const { facets, killed, timeline, bins } = answer;
  const failures = createFailures(columns, filter);
  const { type } = codes;
  const alwaysPlain = PLAIN_FACETS.filter((facet) => facet !== 'type' && facet !== 'province').map((facet) => ({
    counts: facets[facet],
    column: codes[facet],
  }));
  for (let row = 0; row < rowCount; row++) {
    const failed = failures(row);
    if (failed !== 0 && (failed & (failed - 1)) !== 0) continue;
    const ownType = type[row] ?? 0;
    if (failed === 0) {
      answer.matched++;
      killed.low += killedLow[row] ?? 0;
      killed.best += killedBest[row] ?? 0;
      killed.high += killedHigh[row] ?? 0;
      for (const { counts, column } of alwaysPlain) bump(counts, column[row] ?? 0);
      bumpList(facets.targetedSite, lists.targetedSite, row);
      const ownCell = cell[row] ?? NO_CELL;
      if (ownCell !== NO_CELL) bump(bins, ownCell * typeCount + ownType);
    }
    if (failed === 0 || failed === TYPE) bump(facets.type, ownType);
    if (failed === 0 || failed === PROVINCE) bump(facets.province, codes.province[row] ?? 0);
    if (failed === 0 || failed === ACTOR) bumpList(facets.actor, lists.actor, row);
    if (failed === 0 || failed === PERIOD) {
      const ownMonth = month[row] ?? NO_MONTH;
      if (ownMonth !== NO_MONTH) bump(timeline, ownMonth * typeCount + ownType);
    }
  }
  return { ...answer, lists: facetLists(columns, facets) };
}

/** A bit for each part of the filter that a row fails. */
function createFailures(columns: RivalColumns, filter: RivalFilter): (row: number) => number {
  const { day, codes, lists, siteKm, values } = columns;
  const allowed = (facet: 'type' | 'province' | 'actor') => {
    const wanted = filter[facet];
    return wanted && Uint8Array.from(values[facet], (_, code) => (wanted.includes(code) ? 1 : 0));
  };
  const [types, provinces, actors] = [allowed('type'), allowed('province'), allowed('actor')];
  const { period, radiusKm } = filter;
  const { offsets, codes: actorCodes } = lists.actor;
  const hasActor = (row: number, wanted: Uint8Array) => {
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      if (wanted[actorCodes[at] ?? 0] === 1) return true;
    }
    return false;
  };
  const isOutside = (own: number, [from, to]: readonly [number, number]) => own < from || own > to;
  return (row) =>
    (types && types[codes.type[row] ?? 0] !== 1 ? TYPE : 0) |
    (provinces && provinces[codes.province[row] ?? 0] !== 1 ? PROVINCE : 0) |
    (actors && !hasActor(row, actors) ? ACTOR : 0) |
    (period && isOutside(day[row] ?? 0, period) ? PERIOD : 0) |
    (radiusKm !== null && (siteKm[row] ?? 0) > radiusKm ? RADIUS : 0);
}

function bump(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function bumpList(counts: Uint32Array, { offsets, codes }: RivalColumns['lists']['actor'], row: number): void {
  for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) bump(counts, codes[at] ?? 0);
}
