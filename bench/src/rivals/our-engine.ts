import type { Answer, BBox, GroupCount, Query } from '@corridor/domain';
import { EVENT_TYPES } from '@corridor/domain';
import { IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from '../bench-geography.ts';
import { byFacet } from './facet-lists.ts';
import { BINS, cellOf } from './map-cells.ts';
import { type Contestant, emptyAnswer, FACETS, type Facet, type ListedValue, type RivalAnswer } from './rival.ts';
import type { RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';

/** The same question in the words of the product. */
function toQuery({ filter }: Pick<RivalFilter, 'filter'>, bbox: BBox): Query {
  return {
    filter,
    timeline: { unit: 'month', stackBy: 'type', ignorePeriod: true },
    groups: FACETS,
    bins: { bbox, ...BINS },
  };
}

/** Our engine over a table of the same incidents; `name` tells several apart. */
export function ourEngine(
  table: IncidentTable,
  geography: BenchGeography,
  columns: RivalColumns,
  name = 'our engine',
): Contestant {
  const engine = new IncidentEngine(table, geography);
  return {
    name,
    form: 'IncidentEngine.answer, as the dashboard’s worker and the API ask it (it also answers areas, mean positions, boxes round cells, single incidents, and tolls of all kinds)',
    answer: (filter) => {
      const answer = engine.answer(toQuery(filter, geography.bounds));
      return { matched: answer.totals.matched, read: () => readAnswer(answer, columns) };
    },
    close: () => undefined,
  };
}

/** An answer in the words of the product as numbers by code. */
function readAnswer({ totals, timeline, groups, bins }: Answer, columns: RivalColumns): RivalAnswer {
  const { values, months, cells, typeCount } = columns;
  const answer = emptyAnswer(columns);
  const { low, best, high } = totals.casualties.killed;
  for (const facet of FACETS) readCounts(answer.facets[facet], groups?.[facet], values[facet], facet);
  for (const { key, counts } of timeline?.series ?? []) {
    const type = values.type.indexOf(key);
    counts.forEach((count, index) => {
      const month = months.indexOf(timeline?.starts[index] ?? '');
      if (month >= 0) answer.timeline[month * typeCount + type] = count;
      else if (count > 0) throw new RangeError(`A bar of the timeline is in no month: ${timeline?.starts[index]}`);
    });
  }
  for (const { longitude, latitude, byType } of bins?.cells ?? []) {
    const cell = cells.indexOf(cellOf(longitude, latitude, BINS));
    if (cell < 0) throw new RangeError(`No incident lies in the cell of ${longitude}, ${latitude}`);
    byType.forEach((count, type) => {
      answer.bins[cell * EVENT_TYPES.length + type] = count;
    });
  }
  const lists = byFacet((facet) => listed(groups?.[facet] ?? []));
  return { ...answer, lists, matched: totals.matched, killed: { low, best, high } };
}

/** In the order of the answer, without what is known but does not occur. */
function listed(group: readonly GroupCount[]): readonly ListedValue[] {
  return group.filter(({ count }) => count > 0).map(({ key, count }) => ({ key, count }));
}

function readCounts(
  counts: Uint32Array,
  group: NonNullable<Answer['groups']>[Facet],
  values: readonly (string | null)[],
  facet: Facet,
): void {
  for (const { key, count } of group ?? []) {
    const code = values.indexOf(key);
    if (code >= 0) counts[code] = count;
    else if (count > 0) throw new RangeError(`The ${facet} ${key} occurs in no incident`);
  }
}
