import type { DimensionName, Filter } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { type CodedColumn, codeOf } from '../projection/codes.ts';
import { toPrefixQuery } from '../projection/search-words.ts';
import type { PlaceList } from './place-list.ts';
import { INSIDE, POSSIBLE } from './sql-geography.ts';
import { type Database, RETRACTED, type SqlSnapshot } from './sql-snapshot.ts';

/** Parts of a filter that restrict independently, and that a facet may leave out. */
export type FilterPart = DimensionName | 'text' | 'period' | 'near' | 'area' | 'origin';

export type Condition = RawBuilder<unknown>;

/** What of a snapshot a filter's conditions depend on. */
type FilteredSnapshot = Pick<SqlSnapshot, 'db' | 'hasRetracted' | 'places'>;

/** The part that a dimension's own groups leave out: rings and widths are one. */
export function partOf(dimension: DimensionName): FilterPart {
  return dimension === 'site' || dimension === 'route' ? 'near' : dimension;
}

/** A filter as conditions over `incident_fact f`. */
export class FilterClause {
  /** How each place lies to the filter's rings, widths and area together; null without any. */
  readonly relation: Uint8Array | null;
  readonly #conditions: ReadonlyMap<FilterPart, Condition>;
  readonly #placeTests: ReadonlyMap<FilterPart, PlaceTest>;
  readonly #places: PlaceList;

  private constructor(
    conditions: ReadonlyMap<FilterPart, Condition>,
    placeTests: ReadonlyMap<FilterPart, PlaceTest>,
    relation: Uint8Array | null,
    places: PlaceList,
  ) {
    this.#conditions = conditions;
    this.#placeTests = placeTests;
    this.relation = relation;
    this.#places = places;
  }

  /** Values that nothing has match nothing; a part without values does not restrict, but that of the status. */
  static async of(filter: Filter, { db, hasRetracted, places }: FilteredSnapshot): Promise<FilterClause> {
    const near = nearRelation(filter, places);
    const area = filter.area ? places.relations.relationToArea(filter.area) : null;
    const conditions = await conditionsOf(filter, db);
    if (hasRetracted && !conditions.has('status')) conditions.set('status', sql`f.status <> ${sql.lit(RETRACTED)}`);
    return new FilterClause(
      conditions,
      placeTestsOf(filter, places, near, area),
      near && area ? near.map((relation, place) => Math.min(relation, area[place] ?? 0)) : (near ?? area),
      places,
    );
  }

  /** What of the filter restricts anything, `without` left out: equal texts mean equal conditions. */
  signature(without: FilterPart | null): string {
    const parts = [...this.#conditions.keys(), ...this.#placeTests.keys()];
    return parts.filter((part) => part !== without).join(' ');
  }

  /** True where everything matches. */
  condition(without: FilterPart | null, ...others: readonly Condition[]): Condition {
    const conditions = [...this.#conditions].filter(([part]) => part !== without).map(([, condition]) => condition);
    const tests = [...this.#placeTests].filter(([part]) => part !== without).map(([, test]) => test);
    if (tests.length > 0) {
      conditions.push(isAt(this.#places.idsWhere((index) => tests.every((passes) => passes(index)))));
    }
    const all = [...conditions, ...others];
    return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
  }
}

/** Incidents at one of these places. */
export function isAt(placeIds: readonly number[]): Condition {
  return sql`f.place_id = any(${placeIds}::integer[])`;
}

type PlaceTest = (index: number) => boolean;

async function conditionsOf(filter: Filter, db: Database): Promise<Map<FilterPart, Condition>> {
  const { actor, chinese, from, minSeverity, origin, q, targetedSite, to } = filter;
  const conditions = new Map<FilterPart, Condition>();
  const words = q === undefined ? null : toPrefixQuery(q);
  if (words !== null) {
    conditions.set(
      'text',
      sql`f.incident_id in (select incident_id from incident_text where words @@ ${words}::tsquery)`,
    );
  }
  if (from !== undefined && to !== undefined) {
    conditions.set('period', sql`f.start_day between ${from}::date and ${to}::date`);
  } else if (from !== undefined) conditions.set('period', sql`f.start_day >= ${from}::date`);
  else if (to !== undefined) conditions.set('period', sql`f.start_day <= ${to}::date`);
  for (const { part, column } of CODED_PARTS) {
    const values = filter[part];
    if (values && values.length > 0) conditions.set(part, hasCode(column, values));
  }
  // Severities are coded from 0.
  if (minSeverity !== undefined) conditions.set('severity', sql`f.severity >= ${minSeverity - 1}::smallint`);
  if (chinese !== undefined) conditions.set('chinese', chinese ? sql`f.chinese` : sql`not f.chinese`);
  if (actor && actor.length > 0) conditions.set('actor', sql`f.actor_ids && ${await termIds(actor, db)}::integer[]`);
  if (targetedSite && targetedSite.length > 0) {
    conditions.set('targetedSite', sql`f.targeted_ids && ${await termIds(targetedSite, db)}::integer[]`);
  }
  // Rare, and by an index of the records themselves: what is counted by has no column of it.
  if (origin && origin.length > 0) {
    conditions.set('origin', sql`f.incident_id in (select id from incident where origin = any(${origin}))`);
  }
  return conditions;
}

const CODED_PARTS = [
  { part: 'type', column: 'event_type' },
  { part: 'subType', column: 'sub_event_type' },
  { part: 'targetType', column: 'target_type' },
  { part: 'status', column: 'status' },
  { part: 'grade', column: 'grade' },
] as const satisfies readonly { part: keyof Filter; column: CodedColumn }[];

function hasCode(column: CodedColumn, values: readonly string[]): Condition {
  const codes = values.flatMap((value) => codeOf(column, value) ?? []);
  return sql`${sql.ref(`f.${column}`)} = any(${codes}::smallint[])`;
}

async function termIds(terms: readonly string[], db: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from term where signature = any(${terms})`.execute(db);
  return rows.map(({ id }) => id);
}

function placeTestsOf(
  { province, district, certainty }: Filter,
  { places }: PlaceList,
  near: Uint8Array | null,
  area: Uint8Array | null,
): ReadonlyMap<FilterPart, PlaceTest> {
  const tests = new Map<FilterPart, PlaceTest>();
  const named = (part: 'province' | 'district', values: readonly string[] | undefined) => {
    if (!values || values.length === 0) return;
    const wanted = new Set<string | null | undefined>(values);
    tests.set(part, (index) => wanted.has(places[index]?.[part]));
  };
  named('province', province);
  named('district', district);
  const least = certainty === 'inside' ? INSIDE : POSSIBLE;
  if (near) tests.set('near', (index) => (near[index] ?? 0) >= least);
  if (area) tests.set('area', (index) => (area[index] ?? 0) >= least);
  return tests;
}

/** The closest relation to any of the filter's sites and routes; null when it names none. */
function nearRelation(
  { site = [], route = [], radiusKm }: Filter,
  { places, relations }: PlaceList,
): Uint8Array | null {
  if (site.length === 0 && route.length === 0) return null;
  const closest = new Uint8Array(places.length);
  const add = (kind: 'site' | 'route', id: string) => {
    const relation = relations.relationTo(kind, id, radiusKm);
    if (!relation) return;
    for (let index = 0; index < closest.length; index++) {
      closest[index] = Math.max(closest[index] ?? 0, relation[index] ?? 0);
    }
  };
  for (const id of site) add('site', id);
  for (const id of route) add('route', id);
  return closest;
}
