import {
  affectsChineseNationals,
  type BBox,
  dayOf,
  EVENT_TYPES,
  type Incident,
  isoOf,
  nextUnit,
  type Place,
  severityOf,
  startOfUnit,
} from '@corridor/domain';
import { distanceInterval, uncertaintyOf } from '@corridor/geography';
import type { BenchGeography } from '../bench-geography.ts';
import { BINS, cellOf } from './map-cells.ts';
import type { Facet, ListFacet, PlainFacet } from './rival.ts';

/** A list for each row: `codes` from `offsets[row]` to `offsets[row + 1]`. */
export interface ListCodes {
  readonly offsets: Uint32Array;
  readonly codes: Uint16Array;
}

/**
 * The rows that every rival is given, in columns of numbers and in order of their day: whatever our engine works out
 * beforehand (months, map cells, distances with their uncertainty) is worked out for the rivals too.
 */
export interface RivalColumns {
  readonly rowCount: number;
  readonly day: Int32Array;
  /** Index in `months`; NO_MONTH for what is known to its year only. */
  readonly month: Uint16Array;
  /** First day of each, without gaps. */
  readonly months: readonly string[];
  readonly codes: Readonly<Record<PlainFacet, Uint16Array>>;
  readonly lists: Readonly<Record<ListFacet, ListCodes>>;
  /** What the codes stand for; null is a value that is not known. */
  readonly values: Readonly<Record<Facet, readonly (string | null)[]>>;
  readonly typeCount: number;
  /** Index in `cells`; NO_CELL for what is not drawn as a point within the map. */
  readonly cell: Uint16Array;
  /** Column and row of every cell that any incident is in. */
  readonly cells: readonly string[];
  readonly killedLow: Uint32Array;
  readonly killedBest: Uint32Array;
  readonly killedHigh: Uint32Array;
  /** The site that the radius is drawn round. */
  readonly site: string;
  /** Least distance to it; infinite where it cannot be told. */
  readonly siteKm: Float64Array;
  /** NaN for what is not drawn as a point. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
}

export const NO_MONTH = 0xff_ff;
export const NO_CELL = 0xff_ff;

export function createRivalColumns(
  unsorted: readonly Incident[],
  geography: BenchGeography,
  site: string,
): RivalColumns {
  const incidents = sortedByDay(unsorted);
  const day = Int32Array.from(incidents, ({ occurred }) => dayOf(occurred.start));
  const months = monthsBetween(day[0] ?? 0, day.at(-1) ?? 0);
  const monthOf = new Map(months.map((start, index) => [start.slice(0, 7), index]));
  const plain = plainFacets(incidents);
  const lists = listFacets(incidents);
  const places = placeColumns(incidents, geography, site);
  const killed = (figure: 'low' | 'best' | 'high') =>
    Uint32Array.from(incidents, ({ casualties }) => casualties.killed?.[figure] ?? 0);
  return {
    rowCount: incidents.length,
    day,
    month: Uint16Array.from(incidents, ({ occurred: { start, precision } }) =>
      precision === 'year' ? NO_MONTH : (monthOf.get(start.slice(0, 7)) ?? NO_MONTH),
    ),
    months,
    codes: plain.codes,
    lists: lists.codes,
    values: { ...plain.values, ...lists.values },
    typeCount: EVENT_TYPES.length,
    killedLow: killed('low'),
    killedBest: killed('best'),
    killedHigh: killed('high'),
    site,
    ...places,
  };
}

/** Bytes of all columns together. */
export function columnBytes({ codes, lists, ...columns }: RivalColumns): number {
  const all = [...Object.values(columns), ...Object.values(codes), ...Object.values(lists).flatMap(Object.values)];
  return all.reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);
}

function sortedByDay(incidents: readonly Incident[]): readonly Incident[] {
  const keys = Float64Array.from(incidents, ({ occurred }, index) => dayOf(occurred.start) * 2 ** 24 + index).sort();
  return Array.from(keys, (key) => incidents[((key % 2 ** 24) + 2 ** 24) % 2 ** 24]).filter((one) => one !== undefined);
}

function monthsBetween(first: number, last: number): string[] {
  const months: string[] = [];
  for (let start = startOfUnit(first, 'month'); start <= last; start = nextUnit(start, 'month')) {
    months.push(isoOf(start));
  }
  return months;
}

/** Gives values codes in order of appearance. */
function createCoder<T>(known: readonly T[] = []) {
  const values: T[] = [...known];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const encode = (value: T): number => {
    const code = codeOf.get(value) ?? values.length;
    if (code === values.length) {
      codeOf.set(value, code);
      values.push(value);
    }
    return code;
  };
  return { values, encode };
}

function plainFacets(incidents: readonly Incident[]) {
  const column = (read: (incident: Incident) => string | null, known: readonly string[] = []) => {
    const { values, encode } = createCoder<string | null>(known);
    return { codes: Uint16Array.from(incidents, (incident) => encode(read(incident))), values };
  };
  const columns = {
    type: column(({ eventType }) => eventType, EVENT_TYPES),
    province: column(({ place }) => place.province),
    district: column(({ place }) => place.district),
    severity: column(severity),
    targetType: column(({ targetType }) => targetType),
    status: column(({ status }) => status),
    grade: column(({ grade }) => grade.reliability + grade.credibility),
    chinese: column((incident) => String(affectsChineseNationals(incident))),
  };
  const { type, province, district, severity: severities, targetType, status, grade, chinese } = columns;
  return {
    codes: {
      type: type.codes,
      province: province.codes,
      district: district.codes,
      severity: severities.codes,
      targetType: targetType.codes,
      status: status.codes,
      grade: grade.codes,
      chinese: chinese.codes,
    },
    values: {
      type: type.values,
      province: province.values,
      district: district.values,
      severity: severities.values,
      targetType: targetType.values,
      status: status.values,
      grade: grade.values,
      chinese: chinese.values,
    },
  };
}

function severity({ eventType, subEventType, casualties: { killed, wounded, abducted } }: Incident): string {
  const [dead, hurt, taken] = [killed, wounded, abducted].map((toll) => toll?.best ?? null);
  return String(
    severityOf({ eventType, subEventType, killed: dead ?? null, wounded: hurt ?? null, abducted: taken ?? null }),
  );
}

function listFacets(incidents: readonly Incident[]) {
  const actors = listColumn(incidents, (incident) =>
    incident.actors.length === 0 ? [null] : incident.actors.map(({ name }) => name),
  );
  const targets = listColumn(incidents, ({ targetedSites }) => targetedSites);
  return {
    codes: { actor: actors.codes, targetedSite: targets.codes },
    values: { actor: actors.values, targetedSite: targets.values },
  };
}

function listColumn(incidents: readonly Incident[], valuesOf: (incident: Incident) => readonly (string | null)[]) {
  const { values, encode } = createCoder<string | null>();
  const offsets = new Uint32Array(incidents.length + 1);
  const codes: number[] = [];
  incidents.forEach((incident, row) => {
    codes.push(...new Set(valuesOf(incident).map(encode)));
    offsets[row + 1] = codes.length;
  });
  return { codes: { offsets, codes: Uint16Array.from(codes) }, values };
}

function placeColumns(incidents: readonly Incident[], geography: BenchGeography, site: string) {
  const coder = createCoder<string>();
  const distances = createDistances(geography, site);
  const siteKm = Float64Array.from(incidents, ({ place }) => distances(place));
  const points = incidents.map(({ place }) => pointOf(place));
  const cell = Uint16Array.from(points, (point) => {
    const name = point && cellWithin(point, geography.bounds);
    return name === null ? NO_CELL : coder.encode(name);
  });
  return {
    siteKm,
    cell,
    cells: coder.values,
    longitude: Float64Array.from(points, (point) => point?.[0] ?? Number.NaN),
    latitude: Float64Array.from(points, (point) => point?.[1] ?? Number.NaN),
  };
}

function pointOf({ latitude, longitude, precision }: Place): readonly [longitude: number, latitude: number] | null {
  const isPoint = precision !== 'district' && precision !== 'province' && precision !== 'country';
  return isPoint && latitude !== null && longitude !== null ? [longitude, latitude] : null;
}

function cellWithin([longitude, latitude]: readonly [number, number], bounds: BBox): string | null {
  const [west, south, east, north] = bounds;
  const isOutside = longitude < west || longitude > east || latitude < south || latitude > north;
  return isOutside ? null : cellOf(longitude, latitude, BINS);
}

/** Incidents share their places: each is measured once. */
function createDistances({ boundaries, sites }: BenchGeography, id: string): (place: Place) => number {
  const site = sites.find((one) => one.id === id);
  if (!site) throw new RangeError(`No site ${id} in the geography`);
  const target = { kind: 'point', at: [site.longitude, site.latitude] } as const;
  const known = new Map<Place, number>();
  return (place) => {
    const uncertainty = known.has(place) ? null : uncertaintyOf(place, boundaries);
    const km =
      known.get(place) ?? (uncertainty ? distanceInterval(uncertainty, target).minKm : Number.POSITIVE_INFINITY);
    known.set(place, km);
    return km;
  };
}
