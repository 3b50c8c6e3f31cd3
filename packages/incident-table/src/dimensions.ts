import type { Column, ListColumn } from '@corridor/crossfilter';
import {
  ALL_SUB_EVENT_TYPES,
  type DimensionName,
  EVENT_TYPES,
  GRADES,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import type { GeographyContext } from './geography-context.ts';
import type { IncidentColumns } from './incident-columns.ts';
import { INSIDE, type PlaceGeometry, POSSIBLE } from './place-geometry.ts';

/** Parts of a filter that restrict rows independently: one cross-filter each. */
export const FILTER_PARTS = [
  'text',
  'period',
  'type',
  'subType',
  'province',
  'district',
  'actor',
  'targetType',
  'severity',
  'status',
  'grade',
  'chinese',
  'targetedSite',
  'near',
  'area',
] as const;
export type FilterPart = (typeof FILTER_PARTS)[number];

/** What a dimension's values are and where they stand. */
export interface Dimension {
  /** The part of the filter that the dimension's groups leave out. */
  readonly part: FilterPart;
  /** By code. Code `values.length` stands for none. */
  readonly values: readonly string[];
  /** Whether incidents without a value are counted, under null. */
  readonly countsNone: boolean;
  /** Whether `column` has an entry for each row or for each place. */
  readonly by: 'row' | 'place';
  readonly column: Column;
  /** For rings and widths: the values that may hold, where `column` has those that certainly do. */
  readonly possible?: ListColumn;
}

type PlainDimension = Exclude<DimensionName, 'site' | 'route'>;

/** Dimensions that depend on the table alone. Sites' rings and routes' widths depend on the radius: see `createNearDimension`. */
export function createDimensions(
  columns: IncidentColumns,
  geography: GeographyContext,
): Readonly<Record<PlainDimension, Dimension>> {
  const { places } = columns;
  const fixed = (part: FilterPart, values: readonly string[], column: Column): Dimension => {
    return { part, values, countsNone: false, by: 'row', column };
  };
  const ofPlace = (part: FilterPart, used: readonly string[], codes: Uint32Array, known: readonly string[]) => {
    const values = union(used, known);
    const moved = codes.map((code) => (code === used.length ? values.length : code));
    const column: Column = { kind: 'codes', codes: moved, cardinality: values.length + 1 };
    return { part, values, countsNone: true, by: 'place', column } as const;
  };
  const targets = union(
    columns.targetedIds,
    [...geography.sites, ...geography.routes].map(({ id }) => id),
  );
  return {
    type: fixed('type', EVENT_TYPES, columns.type),
    subType: fixed('subType', ALL_SUB_EVENT_TYPES, columns.subType),
    targetType: fixed('targetType', TARGET_TYPES, columns.targetType),
    severity: fixed('severity', SEVERITIES.map(String), columns.severity),
    status: fixed('status', STATUSES, columns.status),
    grade: fixed('grade', GRADES, columns.grade),
    chinese: fixed('chinese', ['false', 'true'], columns.chinese),
    province: ofPlace(
      'province',
      columns.provinces,
      places.province,
      geography.districts.map((d) => d.province),
    ),
    district: ofPlace(
      'district',
      columns.districts,
      places.district,
      geography.districts.map((d) => d.name),
    ),
    actor: { part: 'actor', values: columns.actorNames, countsNone: true, by: 'row', column: columns.actors },
    targetedSite: fixed('targetedSite', targets, { ...columns.targetedSites, cardinality: targets.length }),
  };
}

/** In whose ring (or width) each place lies: O(places) for each site or route whose distances are not known yet. */
export function createNearDimension(
  kind: 'site' | 'route',
  geography: GeographyContext,
  places: PlaceGeometry,
  radiusKm: number | undefined,
): Dimension {
  const values = (kind === 'site' ? geography.sites : geography.routes).map(({ id }) => id);
  const relations = values.map((id) => places.relationTo(kind, id, radiusKm));
  return {
    part: 'near',
    values,
    countsNone: false,
    by: 'place',
    column: listsWhere(relations, places.count, INSIDE),
    possible: listsWhere(relations, places.count, POSSIBLE),
  };
}

function listsWhere(relations: readonly (Uint8Array | null)[], count: number, wanted: number): ListColumn {
  const offsets = new Uint32Array(count + 1);
  for (const relation of relations) {
    for (let place = 0; place < count; place++) {
      if (relation?.[place] === wanted) offsets[place + 1] = (offsets[place + 1] ?? 0) + 1;
    }
  }
  for (let place = 0; place < count; place++) offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
  const next = offsets.slice();
  const values = new Uint32Array(offsets[count] ?? 0);
  relations.forEach((relation, code) => {
    for (let place = 0; place < count; place++) {
      if (relation?.[place] !== wanted) continue;
      const at = next[place] ?? 0;
      values[at] = code;
      next[place] = at + 1;
    }
  });
  return { kind: 'lists', offsets, values, cardinality: relations.length };
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
