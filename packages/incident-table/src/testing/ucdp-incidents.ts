import {
  type DatePrecision,
  type EventType,
  type Incident,
  incidentSchema,
  type PlacePrecision,
  type RowIssue,
  type SubEventType,
} from '@corridor/domain';
import type { GeographyContext } from '../geography-context.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';

export interface UcdpIncidents {
  readonly incidents: readonly Incident[];
  /** Rows that are no incident as our record wants it; the others are read all the same. */
  readonly issues: readonly RowIssue[];
}

type Cell = (column: string) => string;

/**
 * A CSV file of UCDP's Georeferenced Event Dataset as incidents, in the order of the file, so that tests and benches
 * meet real skew in place, time and actor. It is no importer: the type is guessed from the words of the sources, the
 * toll is that of both sides, and the district is the one whose polygon holds the point. Column meanings: UCDP GED
 * codebook 23.1. About 50 µs a row.
 */
export function readUcdpIncidents(csv: string, geography: GeographyContext): UcdpIncidents {
  const incidents: Incident[] = [];
  const issues: RowIssue[] = [];
  const placeOf = createPlaces(geography);
  for (const record of csvRecords(csv)) {
    if (isHxlTags(record)) continue;
    const result = incidentSchema.safeParse(toIncident(cellReader(record), placeOf));
    if (result.success) incidents.push(result.data);
    else issues.push(...result.error.issues.map(({ path, message }) => toIssue(record, path.join('.'), message)));
  }
  return { incidents, issues };
}

/** HDX puts a row of HXL tags under the header. */
function isHxlTags({ row, cells }: CsvRecord): boolean {
  return row === 2 && [...cells.values()].some((cell) => cell.startsWith('#'));
}

function cellReader({ cells }: CsvRecord): Cell {
  return (column) => cells.get(column)?.trim() ?? '';
}

function toIssue({ row, cells }: CsvRecord, field: string, reason: string): RowIssue {
  return { file: 'UCDP GED', row, field, value: cells.get('id') ?? '', reason };
}

/** What the record of a row would be; the schema says whether it is one. */
function toIncident(cell: Cell, placeOf: (cell: Cell) => Incident['place']): unknown {
  const { eventType, subEventType } = typeOf(cell);
  return {
    id: `ucdp-${cell('id')}`,
    title: `${cell('dyad_name')}, ${cell('where_coordinates')} (${cell('relid')})`,
    summary: [cell('where_description'), cell('source_headline')].filter((text) => text !== '').join('. '),
    occurred: {
      start: cell('date_start').slice(0, 10),
      end: cell('date_end').slice(0, 10),
      precision: DATE_PRECISION_BY_CODE[cell('date_prec')],
    },
    eventType,
    subEventType,
    actors: [cell('side_a'), cell('side_b')]
      .filter((name) => name !== '' && name !== 'Civilians')
      .map((name) => ({ name, claim: 'attributed' })),
    target: '',
    targetType: cell('type_of_violence') === '3' ? 'civilians' : 'security-forces',
    place: placeOf(cell),
    casualties: {
      killed: toll(cell),
      wounded: null,
      abducted: null,
      attackersKilled: null,
      chineseKilled: null,
      chineseWounded: null,
    },
    claims: [],
    sources: [],
    grade: { reliability: 'B', credibility: cell('event_clarity') === '1' ? '2' : '4' },
    status: Number(cell('number_of_sources')) > 1 ? 'corroborated' : 'reported',
    targetedSites: [],
    projectSite: '',
    notes: '',
    summarisesDay: false,
    origin: 'ucdp-ged',
    licence: 'CC-BY-4.0',
  };
}

const DATE_PRECISION_BY_CODE: Readonly<Partial<Record<string, DatePrecision>>> = {
  1: 'day',
  2: 'week',
  3: 'week',
  4: 'month',
  5: 'year',
};

const PLACE_PRECISION_BY_CODE: Readonly<Partial<Record<string, PlacePrecision>>> = {
  1: 'place',
  2: 'near-place',
  3: 'district',
  4: 'province',
  5: 'country',
  6: 'country',
  7: 'country',
};

/** First match wins. UCDP codes who fought whom, not how: that is in the words of its sources only. */
const TYPE_BY_WORDS: readonly (readonly [RegExp, EventType, SubEventType])[] = [
  [/\bsuicide/i, 'Explosions/Remote violence', 'Suicide bomb'],
  [/\bdrone|\bair ?(strike|raid)/i, 'Explosions/Remote violence', 'Air/drone strike'],
  [/\bgrenade/i, 'Explosions/Remote violence', 'Grenade'],
  [/\bbomb|\bblast|\bexplosi|\bland ?mine|\bied\b/i, 'Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  [/\bshell|\bmortar|\brocket|\bartillery/i, 'Explosions/Remote violence', 'Shelling/artillery/missile attack'],
];

function typeOf(cell: Cell): { readonly eventType: EventType; readonly subEventType: SubEventType } {
  const words = `${cell('source_article')} ${cell('source_headline')} ${cell('where_description')}`;
  const [, eventType, subEventType] = TYPE_BY_WORDS.find(([pattern]) => pattern.test(words)) ?? [];
  if (eventType && subEventType) return { eventType, subEventType };
  return cell('type_of_violence') === '3'
    ? { eventType: 'Violence against civilians', subEventType: 'Attack' }
    : { eventType: 'Battles', subEventType: 'Armed clash' };
}

/** UCDP's best figure may lie outside of its own low and high: those are widened to hold it. */
function toll(cell: Cell): unknown {
  const figures = ['low', 'best', 'high'].map((column) => (cell(column) === '' ? Number.NaN : Number(cell(column))));
  const [low = Number.NaN, best = Number.NaN, high = Number.NaN] = figures;
  return { low: Math.min(low, best), best, high: Math.max(best, high) };
}

/** Looks each distinct point up once; incidents at one place share it. */
function createPlaces({ boundaries, districts }: GeographyContext): (cell: Cell) => Incident['place'] {
  const places = new Map<string, Incident['place']>();
  const provinceOf = new Map(districts.map(({ name, province }) => [name, province]));
  const create = (cell: Cell): Incident['place'] => {
    const [latitude, longitude] = [coordinate(cell('latitude')), coordinate(cell('longitude'))];
    const precision = PLACE_PRECISION_BY_CODE[cell('where_prec')] ?? 'country';
    const isWide = precision === 'province' || precision === 'country';
    const [lon, lat] = [longitude ?? Number.NaN, latitude ?? Number.NaN];
    const district = isWide ? null : boundaries.districtAt(lon, lat);
    const province =
      precision === 'country' ? null : (provinceOf.get(district ?? '') ?? boundaries.provinceAt(lon, lat));
    const known = precision === 'district' && district === null ? 'province' : precision;
    return { name: cell('where_coordinates'), province, district, latitude, longitude, precision: known };
  };
  return (cell) => {
    const key = ['where_coordinates', 'where_prec', 'latitude', 'longitude'].map(cell).join('\n');
    const place = places.get(key) ?? create(cell);
    places.set(key, place);
    return place;
  };
}

function coordinate(text: string): number | null {
  return text === '' ? null : Number(text);
}
