import { type ColumnTable, table } from 'arquero';
import { facetLists } from './facet-lists.ts';
import { emptyAnswer, type Facet, LIST_FACETS, type ListFacet, PLAIN_FACETS, type Rival } from './rival.ts';
import { NO_CELL, NO_MONTH, type RivalColumns } from './rival-columns.ts';
import { activeParts, type Part, type RivalFilter } from './rival-filter.ts';

const NAME = 'arquero';

export const arquero: Rival = {
  name: NAME,
  load: (columns) => {
    const tables = createTables(columns);
    return {
      name: NAME,
      form: 'typed arrays as columns; one filtered view for each set of filter parts; lists unrolled beforehand',
      answer: (filter) => {
        const view = createViews(tables, filter);
        const facets = [
          ...PLAIN_FACETS.map((facet) => ({ facet, counts: countBy(view('rows', ownPart(facet)), [facet]) })),
          ...LIST_FACETS.map((facet) => ({ facet, counts: countBy(view(facet, ownPart(facet)), ['code']) })),
        ];
        const timeline = countBy(view('rows', 'period'), ['month', 'type']);
        const bins = countBy(view('rows', null), ['cell', 'type']);
        const totals = view('rows', null).rollup({
          matched: 'd => op.count()',
          low: 'd => op.sum(d.killedLow)',
          best: 'd => op.sum(d.killedBest)',
          high: 'd => op.sum(d.killedHigh)',
        });
        const total = (name: string) => Number(totals.get(name, 0) ?? 0);
        const matched = total('matched');
        const read = () => {
          const answer = emptyAnswer(columns);
          for (const { facet, counts } of facets) fill(answer.facets[facet], counts, () => true, columns.typeCount);
          fill(answer.timeline, timeline, (month) => month !== NO_MONTH, columns.typeCount);
          fill(answer.bins, bins, (cell) => cell !== NO_CELL, columns.typeCount);
          const lists = facetLists(columns, answer.facets);
          return { ...answer, lists, matched, killed: { low: total('low'), best: total('best'), high: total('high') } };
        };
        return { matched, read };
      },
      close: () => undefined,
    };
  },
};

type Tables = Readonly<Record<'rows' | ListFacet, ColumnTable>>;

/** Beside the rows a table for each list: its rows once for each element, with all that filters need. */
function createTables(columns: RivalColumns): Tables {
  const { codes, day, month, cell, siteKm, lists, killedLow, killedBest, killedHigh } = columns;
  const { offsets, codes: listed } = lists.actor;
  const actors = Array.from(day, (_, row) => Array.from(listed.subarray(offsets[row], offsets[row + 1])));
  const filterable = { type: codes.type, province: codes.province, day, siteKm, actors };
  const unrolled = (facet: ListFacet) => {
    const { rows, code } = unroll(lists[facet]);
    const take = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row] ?? 0);
    return table({
      type: take(codes.type),
      province: take(codes.province),
      day: take(day),
      siteKm: take(siteKm),
      actors: Array.from(rows, (row) => actors[row] ?? []),
      code,
    });
  };
  return {
    rows: table({ ...filterable, ...codes, month, cell, killedLow, killedBest, killedHigh }),
    actor: unrolled('actor'),
    targetedSite: unrolled('targetedSite'),
  };
}

function unroll({ offsets, codes }: RivalColumns['lists']['actor']) {
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row + 1 < offsets.length; row++) rows.fill(row, offsets[row], offsets[row + 1]);
  return { rows, code: codes };
}

function ownPart(facet: Facet): Part | null {
  return facet === 'type' || facet === 'province' || facet === 'actor' ? facet : null;
}

/** Filtered views, each made once an answer: most facets share the one under the whole filter. */
function createViews(tables: Tables, filter: RivalFilter) {
  const views = new Map<string, ColumnTable>();
  const active = activeParts(filter);
  return (name: keyof Tables, without: Part | null): ColumnTable => {
    const parts = active.filter((part) => part !== without);
    const key = `${name} ${parts}`;
    const known = views.get(key);
    if (known) return known;
    const test = parts.map((part) => expressionOf(filter, part)).join(' && ');
    const view = test === '' ? tables[name] : tables[name].filter(`d => ${test}`);
    views.set(key, view);
    return view;
  };
}

function expressionOf({ type, province, actor, period, radiusKm }: RivalFilter, part: Part): string {
  const among = (column: string, codes: readonly number[] | null) =>
    `(${(codes ?? []).map((code) => `d.${column} == ${code}`).join(' || ')})`;
  switch (part) {
    case 'type':
      return among('type', type);
    case 'province':
      return among('province', province);
    case 'actor':
      return `(${(actor ?? []).map((code) => `op.includes(d.actors, ${code})`).join(' || ')})`;
    case 'period':
      return `d.day >= ${period?.[0]} && d.day <= ${period?.[1]}`;
    case 'radiusKm':
      return `d.siteKm <= ${radiusKm}`;
  }
}

interface Counts {
  readonly keys: readonly ArrayLike<number>[];
  readonly counts: ArrayLike<number>;
}

function countBy(view: ColumnTable, by: readonly string[]): Counts {
  const counted = view.groupby(...by).count();
  const column = (name: string): ArrayLike<number> => Float64Array.from(counted.array(name), Number);
  return { keys: by.map(column), counts: column('count') };
}

function fill(target: Uint32Array, { keys, counts }: Counts, isWanted: (key: number) => boolean, typeCount: number) {
  const [first, second] = keys;
  for (let at = 0; at < counts.length; at++) {
    const key = first?.[at] ?? 0;
    if (isWanted(key)) target[second ? key * typeCount + (second[at] ?? 0) : key] = counts[at] ?? 0;
  }
}
