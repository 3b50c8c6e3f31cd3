import crossfilter from 'crossfilter2';
import { facetLists } from './facet-lists.ts';
import { emptyAnswer, type Facet, LIST_FACETS, PLAIN_FACETS, type Rival, type RivalAnswer } from './rival.ts';
import { NO_CELL, NO_MONTH, type RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';

type Rows = crossfilter.Crossfilter<number>;
type NumberDimension = crossfilter.Dimension<number, number>;

const NAME = 'crossfilter2';

export const crossfilter2: Rival = {
  name: NAME,
  load: (columns) => {
    const rows = crossfilter(Array.from({ length: columns.rowCount }, (_, row) => row));
    const dimensions = createDimensions(rows, columns);
    const groups = createGroups(rows, dimensions, columns);
    const apply = createFilterSetter(dimensions);
    return {
      name: NAME,
      form: 'records are row numbers over typed arrays; dimensions and groups kept alive; only filters that changed are set; counts copied out, facets listed most first',
      answer: (filter) => {
        apply(filter);
        const answer = copyAnswer(groups, columns);
        return { matched: answer.matched, read: () => answer };
      },
      close: () => undefined,
    };
  },
};

/**
 * Groups change with the next filter: an answer that is shown, or sent to another thread, is a copy. Facets are listed in
 * the order in which they are shown, as our engine has them; its `top` leaves equal counts in any order.
 */
function copyAnswer(groups: ReturnType<typeof createGroups>, columns: RivalColumns): RivalAnswer {
  const answer = emptyAnswer(columns);
  for (const { facet, group } of groups.facets) {
    const counts = answer.facets[facet];
    for (const { key, value } of group.all()) counts[key] = value;
  }
  for (const { key, value } of groups.timeline.all()) {
    if (key !== NO_MONTH) answer.timeline.set(value, key * columns.typeCount);
  }
  for (const { key, value } of groups.bins.all()) {
    if (key !== NO_CELL) answer.bins.set(value, key * columns.typeCount);
  }
  const { matched, low, best, high } = groups.totals.value();
  return { ...answer, lists: facetLists(columns, answer.facets), matched, killed: { low, best, high } };
}

type Dimensions = Readonly<Record<Facet | 'day' | 'cell' | 'siteKm', NumberDimension>>;

function createDimensions(rows: Rows, { day, cell, siteKm, codes, lists }: RivalColumns): Dimensions {
  const byColumn = (column: ArrayLike<number>) => rows.dimension((row: number) => column[row] ?? 0);
  const byList = ({ offsets, codes: listed }: RivalColumns['lists']['actor']) =>
    rows.dimension<number>((row) => Array.from(listed.subarray(offsets[row], offsets[row + 1])), true);
  return {
    type: byColumn(codes.type),
    province: byColumn(codes.province),
    district: byColumn(codes.district),
    severity: byColumn(codes.severity),
    targetType: byColumn(codes.targetType),
    status: byColumn(codes.status),
    grade: byColumn(codes.grade),
    chinese: byColumn(codes.chinese),
    actor: byList(lists.actor),
    targetedSite: byList(lists.targetedSite),
    day: byColumn(day),
    cell: byColumn(cell),
    siteKm: byColumn(siteKm),
  };
}

interface Totals {
  matched: number;
  low: number;
  best: number;
  high: number;
}

function createGroups(rows: Rows, dimensions: Dimensions, columns: RivalColumns) {
  const { codes, month, typeCount, killedLow, killedBest, killedHigh } = columns;
  const { type } = codes;
  const byType = (group: crossfilter.Group<number, number, number[]>, counts: (row: number) => boolean) => {
    const add = (by: number) => (sums: number[], row: number) => {
      const own = type[row] ?? 0;
      if (counts(row)) sums[own] = (sums[own] ?? 0) + by;
      return sums;
    };
    return group.reduce(add(1), add(-1), () => Array<number>(typeCount).fill(0));
  };
  const addTolls = (sign: number) => (sums: Totals, row: number) => {
    sums.matched += sign;
    sums.low += sign * (killedLow[row] ?? 0);
    sums.best += sign * (killedBest[row] ?? 0);
    sums.high += sign * (killedHigh[row] ?? 0);
    return sums;
  };
  const monthOf = createMonthFinder(columns);
  return {
    facets: [...PLAIN_FACETS, ...LIST_FACETS].map((facet) => ({
      facet,
      group: dimensions[facet].group<number, number>().reduceCount(),
    })),
    timeline: byType(dimensions.day.group<number, number[]>(monthOf), (row) => month[row] !== NO_MONTH),
    bins: byType(dimensions.cell.group<number, number[]>(), () => true),
    totals: rows.groupAll<Totals>().reduce(addTolls(1), addTolls(-1), () => ({ matched: 0, low: 0, best: 0, high: 0 })),
  };
}

/** A group's key is made from its dimension's value: the month of each day, whether or not a row is known to its month. */
function createMonthFinder({ day, months }: RivalColumns): (day: number) => number {
  const first = day[0] ?? 0;
  const monthOfDay = new Map<number, number>();
  const starts = months.map((start) => Date.parse(start) / 86_400_000);
  for (let [at, month] = [first, 0]; at <= (day.at(-1) ?? 0); at++) {
    while ((starts[month + 1] ?? Number.POSITIVE_INFINITY) <= at) month++;
    monthOfDay.set(at, month);
  }
  return (at) => monthOfDay.get(at) ?? 0;
}

function createFilterSetter(dimensions: Dimensions): (filter: RivalFilter) => void {
  let now: Pick<RivalFilter, 'type' | 'province' | 'actor' | 'period' | 'radiusKm'> = {
    type: null,
    province: null,
    actor: null,
    period: null,
    radiusKm: null,
  };
  const setCodes = (part: 'type' | 'province' | 'actor', wanted: readonly number[] | null) => {
    if (String(now[part]) === String(wanted)) return;
    const [only] = wanted ?? [];
    if (!wanted) dimensions[part].filterAll();
    else if (wanted.length === 1 && only !== undefined) dimensions[part].filterExact(only);
    else dimensions[part].filterFunction((code) => wanted.includes(Number(code)));
  };
  return (filter) => {
    setCodes('type', filter.type);
    setCodes('province', filter.province);
    setCodes('actor', filter.actor);
    if (String(now.period) !== String(filter.period)) {
      if (filter.period) dimensions.day.filterRange([filter.period[0], filter.period[1] + 1]);
      else dimensions.day.filterAll();
    }
    if (now.radiusKm !== filter.radiusKm) {
      if (filter.radiusKm === null) dimensions.siteKm.filterAll();
      else dimensions.siteKm.filterRange([0, nextAbove(filter.radiusKm)]);
    }
    now = filter;
  };
}

/** The least number above a positive one: ranges of crossfilter2 leave out their end, ours do not. */
function nextAbove(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return new Float64Array(bits.buffer)[0] ?? value;
}
