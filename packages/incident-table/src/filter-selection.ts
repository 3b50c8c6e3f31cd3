import type { CodeColumn } from '@corridor/crossfilter';
import { COUNTED_STATUSES, type DimensionName, dayOf, type Filter, STATUSES } from '@corridor/domain';
import { type Dimension, FILTER_PARTS, type FilterPart } from './dimensions.ts';
import type { IncidentCube } from './incident-cube.ts';
import { INSIDE, OUTSIDE, POSSIBLE, RELATIONS } from './relation-codes.ts';
import { TextIndex } from './text-index.ts';
import type { TextSearch } from './text-search.ts';

const EARLIEST = -(2 ** 31);
const LATEST = 2 ** 31 - 2;
const RETRACTED = STATUSES.indexOf('retracted');

/** The day of a bound of the period, read once as long as it stays: a brush moves one of them. */
class Bound {
  readonly #open: number;
  #text: string | undefined;
  #day: number;

  /** `open` is where a period without this bound ends. */
  constructor(open: number) {
    this.#open = open;
    this.#day = open;
  }

  dayOf(text: string | undefined): number {
    if (text !== this.#text) this.#day = text === undefined ? this.#open : dayOf(text);
    this.#text = text;
    return this.#day;
  }
}

/** What each part of a filter restricts by; null where it does not restrict. */
type Parts = Readonly<Record<FilterPart, unknown>>;

/** Brings a cube's cross-filters to a filter. Only parts that differ from the filter before cost anything. */
export class FilterSelection {
  readonly #cube: IncidentCube;
  /** What is taken where no status is named; null where no row is retracted: all of them. */
  readonly #counted: readonly string[] | null;
  #parts: Parts = partsOf({}, null);
  readonly #from = new Bound(EARLIEST);
  readonly #to = new Bound(LATEST);
  #search: TextSearch | null;
  /** How places lie to the sites and routes, and to the area, of the filter; null without such a part. */
  #near: Uint8Array | null = null;
  #area: Uint8Array | null = null;
  /** Of both: undefined until it is asked for. */
  #relation: CodeColumn | null | undefined;

  /** Without a search, the first filter by text builds an index of the table's texts. */
  constructor(cube: IncidentCube, search?: TextSearch) {
    this.#cube = cube;
    this.#counted = cube.table.columns.status.codes.includes(RETRACTED) ? COUNTED_STATUSES : null;
    this.#search = search ?? null;
  }

  /** Changes the cross-filters; parts that restrict come first, so that fewer rows change in between. */
  apply(filter: Filter): void {
    const parts = partsOf(filter, this.#counted);
    const changed = FILTER_PARTS.filter((part) => !isSame(parts[part], this.#parts[part]));
    if (changed.length === 0) return;
    for (const part of changed.filter((candidate) => parts[candidate] !== null)) this.#restrict(part, filter);
    for (const part of changed.filter((candidate) => parts[candidate] === null)) this.#lift(part);
    this.#parts = parts;
  }

  /** How certainly each place lies inside all that the filter asks for by distance or area; null when it asks for neither. Kept. */
  relation(): CodeColumn | null {
    if (this.#relation === undefined) this.#relation = this.#combineRelations();
    return this.#relation;
  }

  #combineRelations(): CodeColumn | null {
    const near = this.#near;
    const area = this.#area;
    const codes =
      near && area ? near.map((relation, place) => Math.min(relation, area[place] ?? OUTSIDE)) : (near ?? area);
    return codes && { kind: 'codes', codes, cardinality: RELATIONS };
  }

  #lift(part: FilterPart): void {
    if (part === 'near') this.#near = null;
    if (part === 'area') this.#area = null;
    if (part === 'near' || part === 'area') this.#relation = undefined;
    this.#cube.crossfilter.clear(this.#cube.filterOf(part));
  }

  #restrict(part: FilterPart, filter: Filter): void {
    const { crossfilter } = this.#cube;
    if (part === 'near' || part === 'area') this.#relation = undefined;
    const id = this.#cube.filterOf(part);
    if (part === 'text') {
      this.#search ??= new TextIndex(this.#cube.table);
      crossfilter.allowRows(id, this.#search.find(filter.q ?? ''));
    } else if (part === 'period') {
      crossfilter.allowDays(id, this.#from.dayOf(filter.from), this.#to.dayOf(filter.to));
    } else if (part === 'near') {
      this.#near = this.#relationToTargets(filter);
      this.#allowPlaces(part, this.#near, filter);
    } else if (part === 'area') {
      this.#area = filter.area ? this.#cube.places.relationToArea(filter.area) : null;
      this.#allowPlaces(part, this.#area, filter);
    } else if (part === 'severity') {
      this.#allowValues(part, part, (value) => Number(value) >= (filter.minSeverity ?? 1));
    } else if (part === 'origin') {
      const wanted = new Set(filter.origin);
      const { origin, origins } = this.#cube.table.columns;
      crossfilter.allowCodes(
        id,
        origin,
        Uint8Array.from(origins, (name) => (wanted.has(name) ? 1 : 0)),
      );
    } else if (part === 'chinese') {
      this.#allowValues(part, part, (value) => value === String(filter.chinese));
    } else {
      const wanted = new Set<string>(listOrNull(filter[part]) ?? (part === 'status' ? COUNTED_STATUSES : []));
      this.#allowValues(part, part, (value) => wanted.has(value));
    }
  }

  #allowValues(part: FilterPart, name: DimensionName, allows: (value: string) => boolean): void {
    const { values, column, by } = this.#cube.dimension(name, undefined);
    const allowed = new Uint8Array(column.cardinality);
    values.forEach((value, code) => {
      allowed[code] = allows(value) ? 1 : 0;
    });
    if (by === 'row') this.#cube.crossfilter.allowCodes(this.#cube.filterOf(part), column, allowed);
    else this.#allowByPlace(part, allowedPlaces(column, allowed));
  }

  #allowPlaces(part: FilterPart, relation: Uint8Array | null, { certainty }: Filter): void {
    const allowed = new Uint8Array(this.#cube.places.count);
    const least = certainty === 'inside' ? INSIDE : POSSIBLE;
    // A loop takes a third of the time of `map`, and of `Uint8Array.from`.
    for (let place = 0; relation && place < relation.length; place++) {
      allowed[place] = (relation[place] ?? OUTSIDE) >= least ? 1 : 0;
    }
    this.#allowByPlace(part, allowed);
  }

  #allowByPlace(part: FilterPart, allowed: Uint8Array): void {
    this.#cube.crossfilter.allowCodes(this.#cube.filterOf(part), this.#cube.table.columns.place, allowed);
  }

  /** Inside any is inside; else possibly inside any is possible. */
  #relationToTargets({ site = [], route = [], radiusKm }: Filter): Uint8Array {
    const { places } = this.#cube;
    const [combined = new Uint8Array(places.count), ...others] = [
      ...site.map((id) => places.relationTo('site', id, radiusKm)),
      ...route.map((id) => places.relationTo('route', id, radiusKm)),
    ].filter((relation) => relation !== null);
    for (const other of others) {
      for (let place = 0; place < combined.length; place++) {
        combined[place] = Math.max(combined[place] ?? OUTSIDE, other[place] ?? OUTSIDE);
      }
    }
    return combined;
  }
}

function allowedPlaces(column: Dimension['column'], allowed: Uint8Array): Uint8Array {
  if (column.kind === 'lists') throw new RangeError('Expected one value for each place');
  return Uint8Array.from(column.codes, (code) => allowed[code] ?? 0);
}

/** Most parts restrict nothing, before and after, and lists are short; text is compared for an area alone. */
function isSame(part: unknown, other: unknown): boolean {
  if (part === other) return true;
  if (typeof part !== 'object' || typeof other !== 'object' || part === null || other === null) return false;
  if (!Array.isArray(part) || !Array.isArray(other)) return JSON.stringify(part) === JSON.stringify(other);
  return part.length === other.length && part.every((one, index) => isSame(one, other[index]));
}

function partsOf(filter: Filter, counted: readonly string[] | null): Parts {
  const { area, certainty, from, minSeverity, q, radiusKm, to } = filter;
  const site = listOrNull(filter.site);
  const route = listOrNull(filter.route);
  return {
    text: q ?? null,
    period: from === undefined && to === undefined ? null : [from, to],
    type: listOrNull(filter.type),
    subType: listOrNull(filter.subType),
    province: listOrNull(filter.province),
    district: listOrNull(filter.district),
    actor: listOrNull(filter.actor),
    targetType: listOrNull(filter.targetType),
    severity: minSeverity ?? null,
    status: listOrNull(filter.status) ?? counted,
    grade: listOrNull(filter.grade),
    chinese: filter.chinese ?? null,
    targetedSite: listOrNull(filter.targetedSite),
    near: site || route ? [site, route, radiusKm, certainty] : null,
    area: area ? [area, certainty] : null,
    origin: listOrNull(filter.origin),
  };
}

function listOrNull(values: readonly string[] | undefined): readonly string[] | null {
  return values && values.length > 0 ? values : null;
}
