import type { CodeColumn, ListColumn } from '@corridor/crossfilter';
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
import type { PlaceGeometry } from './place-geometry.ts';
import { INSIDE, POSSIBLE } from './relation-codes.ts';

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
  'origin',
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
  readonly column: CodeColumn | ListColumn;
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
  const fixed = (part: FilterPart, values: readonly string[], column: Dimension['column']): Dimension => {
    return { part, values, countsNone: false, by: 'row', column };
  };
  const ofPlace = (part: FilterPart, used: readonly string[], codes: Uint32Array, known: readonly string[]) => {
    const values = union(used, known);
    const moved = codes.map((code) => (code === used.length ? values.length : code));
    const column: CodeColumn = { kind: 'codes', codes: moved, cardinality: values.length + 1 };
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

/** By place, the targets that it lies in a wanted relation to. A relation to most targets is OUTSIDE: read four places at a time. */
function listsWhere(relations: readonly (Uint8Array | null)[], count: number, wanted: number): ListColumn {
  const found: { readonly code: number; readonly places: number[] }[] = [];
  const offsets = new Uint32Array(count + 1);
  relations.forEach((relation, code) => {
    const places = relation ? placesWhere(relation, wanted) : [];
    for (const place of places) offsets[place + 1] = (offsets[place + 1] ?? 0) + 1;
    found.push({ code, places });
  });
  for (let place = 0; place < count; place++) offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
  const next = offsets.slice();
  const values = new Uint32Array(offsets[count] ?? 0);
  for (const { code, places } of found) {
    for (const place of places) {
      const at = next[place] ?? 0;
      values[at] = code;
      next[place] = at + 1;
    }
  }
  return { kind: 'lists', offsets, values, cardinality: relations.length };
}

function placesWhere(relation: Uint8Array, wanted: number): number[] {
  const places: number[] = [];
  const fours = new Uint32Array(relation.buffer, relation.byteOffset, relation.length >>> 2);
  const look = (from: number, to: number) => {
    for (let place = from; place < to; place++) if (relation[place] === wanted) places.push(place);
  };
  for (let four = 0; four < fours.length; four++) if (fours[four] !== 0) look(4 * four, 4 * four + 4);
  look(4 * fours.length, relation.length);
  return places;
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
