import type { RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';

/** Whoever answers the same questions over the same rows: our engine, a library or a database. */
export interface Contestant {
  readonly name: string;
  /** Its best honest form: what of it is used, in a line. */
  readonly form: string;
  /** Everything that is asked, ready to be shown: no part may be put off until it is read. */
  answer(filter: RivalFilter): RivalResult | Promise<RivalResult>;
  close(): void | Promise<void>;
}

/** Starts a contestant on rows in columns; how long that takes is told apart from what an answer takes. */
export interface Rival {
  readonly name: string;
  load(columns: RivalColumns): Contestant | Promise<Contestant>;
}

export interface RivalResult {
  readonly matched: number;
  /** The answer in the form that all are compared in: not part of what is timed. */
  read(): RivalAnswer;
}

export const PLAIN_FACETS = [
  'type',
  'province',
  'district',
  'severity',
  'targetType',
  'status',
  'grade',
  'chinese',
] as const;
export const LIST_FACETS = ['actor', 'targetedSite'] as const;
export const FACETS = [...PLAIN_FACETS, ...LIST_FACETS] as const;
export type PlainFacet = (typeof PLAIN_FACETS)[number];
export type ListFacet = (typeof LIST_FACETS)[number];
export type Facet = (typeof FACETS)[number];

/** A value of a facet and how many incidents have it. */
export interface ListedValue {
  readonly key: string | null;
  readonly count: number;
}

/** Under the whole filter, but for a facet's own part of it, and the timeline, which leaves the period out. */
export interface RivalAnswer {
  readonly matched: number;
  readonly killed: { readonly low: number; readonly best: number; readonly high: number };
  /** By month and type: `month * typeCount + type`. */
  readonly timeline: Uint32Array;
  /** By code. */
  readonly facets: Readonly<Record<Facet, Uint32Array>>;
  /** The same as a page lists it: what occurs, most first, then by key. */
  readonly lists: Readonly<Record<Facet, readonly ListedValue[]>>;
  /** By occupied cell of the map and type: `cell * typeCount + type`. */
  readonly bins: Uint32Array;
}

/** Counts of nothing, to be filled; the lists are made from them. */
export function emptyAnswer({ values, months, cells, typeCount }: RivalColumns) {
  const facet = (name: Facet) => new Uint32Array(values[name].length);
  return {
    matched: 0,
    killed: { low: 0, best: 0, high: 0 },
    timeline: new Uint32Array(months.length * typeCount),
    facets: {
      type: facet('type'),
      province: facet('province'),
      district: facet('district'),
      severity: facet('severity'),
      targetType: facet('targetType'),
      status: facet('status'),
      grade: facet('grade'),
      chinese: facet('chinese'),
      actor: facet('actor'),
      targetedSite: facet('targetedSite'),
    },
    bins: new Uint32Array(cells.length * typeCount),
  };
}
