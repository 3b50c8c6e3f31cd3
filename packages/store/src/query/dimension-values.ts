import type { DimensionName } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import type { KnownValue } from './known-values.ts';
import { INSIDE, POSSIBLE } from './sql-geography.ts';
import type { SqlSnapshot } from './sql-snapshot.ts';
import { NO_VALUE } from './tallies.ts';

/** Dimensions whose incidents without a value are counted, under null. */
const COUNTS_NONE: ReadonlySet<DimensionName> = new Set<DimensionName>(['province', 'district', 'actor']);

/** The values of a dimension, and how incidents come by them. */
export interface DimensionValues {
  readonly known: readonly KnownValue[];
  readonly countsNone: boolean;
  /** Of an incident that is `incident_fact f`: joined to it, and the code; one row for each value it has. */
  readonly join: RawBuilder<unknown>;
  readonly code: RawBuilder<unknown>;
  /** For what places decide: which codes each place has, certainly or possibly. */
  readonly codesOfPlace: ((index: number, relation: 'inside' | 'possible') => readonly number[]) | null;
}

/** The values of a dimension under a radius: what groups, stacks and breakdowns are made by. */
export async function dimensionValues(
  name: DimensionName,
  snapshot: SqlSnapshot,
  radiusKm: number | undefined,
): Promise<DimensionValues> {
  const { db, known: knownValues, places } = snapshot;
  const known = await knownValues.of(name, db, places);
  const values = { known, countsNone: COUNTS_NONE.has(name) };
  const column = COLUMNS[name];
  if (column) return { ...values, join: sql``, code: column, codesOfPlace: null };
  if (name === 'actor' || name === 'targetedSite') {
    const ids = sql.ref(name === 'actor' ? 'f.actor_ids' : 'f.targeted_ids');
    return {
      ...values,
      join: sql`left join lateral unnest(${ids}) as term on true`,
      code: sql`coalesce(term, ${sql.lit(NO_VALUE)})`,
      codesOfPlace: null,
    };
  }
  const codesOfPlace = codesByPlace(name, snapshot, known, radiusKm);
  return { ...values, ...joinPlaces(snapshot, codesOfPlace), codesOfPlace };
}

const COLUMNS: Partial<Record<DimensionName, RawBuilder<unknown>>> = {
  type: sql`f.event_type`,
  subType: sql`f.sub_event_type`,
  targetType: sql`f.target_type`,
  severity: sql`f.severity`,
  status: sql`f.status`,
  grade: sql`f.grade`,
  chinese: sql`f.chinese::integer`,
};

function codesByPlace(
  name: DimensionName,
  { places }: SqlSnapshot,
  known: readonly KnownValue[],
  radiusKm: number | undefined,
): NonNullable<DimensionValues['codesOfPlace']> {
  if (name === 'site' || name === 'route') {
    const relations = known.map(({ value }) => places.relations.relationTo(name, value, radiusKm));
    return (index, relation) => {
      const wanted = relation === 'inside' ? INSIDE : POSSIBLE;
      return relations.flatMap((codes, target) => (codes?.[index] === wanted ? [target] : []));
    };
  }
  const codes = new Map(known.map(({ value }, code) => [value, code]));
  const part = name === 'province' ? 'province' : 'district';
  return (index, relation) => {
    if (relation === 'possible') return [];
    const value = places.places[index]?.[part] ?? null;
    return [value === null ? NO_VALUE : (codes.get(value) ?? NO_VALUE)];
  };
}

function joinPlaces(
  { places }: SqlSnapshot,
  codesOfPlace: NonNullable<DimensionValues['codesOfPlace']>,
): Pick<DimensionValues, 'join' | 'code'> {
  const ids: number[] = [];
  const codes: number[] = [];
  places.places.forEach((_, index) => {
    for (const code of codesOfPlace(index, 'inside')) {
      ids.push(places.idOf(index));
      codes.push(code);
    }
  });
  return {
    join: sql`join unnest(${ids}::integer[], ${codes}::integer[]) as having_place (place_id, code)
      on having_place.place_id = f.place_id`,
    code: sql`having_place.code`,
  };
}

/** The code of each listed value, and of none where it counts: in the order in which values are listed. */
export function listedCodes({ known, countsNone }: DimensionValues): { key: string | null; code: number | null }[] {
  const listed: { key: string | null; code: number | null }[] = known.map(({ value, code }) => ({ key: value, code }));
  return countsNone ? [...listed, { key: null, code: NO_VALUE }] : listed;
}
