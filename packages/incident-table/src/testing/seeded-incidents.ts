import {
  ACTOR_CLAIMS,
  addMonths,
  type Casualties,
  type Credibility,
  type DatePrecision,
  dayOf,
  EVENT_TYPES,
  type EventType,
  type Incident,
  isoOf,
  type Place,
  type PlacePrecision,
  type Range,
  type Reliability,
  STATUSES,
  type Status,
  SUB_EVENT_TYPES,
  type SubEventType,
  startOfUnit,
  type TargetType,
} from '@corridor/domain';
import type { GeographyContext } from '../geography-context.ts';
import { createRandom, skewedIndex } from './random.ts';

export interface SeededIncidentsOptions {
  readonly count: number;
  readonly seed: number;
  readonly geography: GeographyContext;
  /** First and last day, ISO dates; twenty years to the end of 2024 when absent. */
  readonly from?: string;
  readonly to?: string;
  /** Statuses that occur, the first most often; all when absent. */
  readonly statuses?: readonly Status[];
}

const WORDS =
  'attack convoy police checkpoint bomb roadside killed injured station protest highway port engineers armed men opened fire blast railway camp security forces clash rally strike arrested agreement café Zürich señor'.split(
    ' ',
  );
const ACTORS = Array.from({ length: 80 }, (_, index) => `Group ${String.fromCharCode(65 + (index % 26))}${index}`);
const PRECISIONS: readonly PlacePrecision[] = [
  ...Array<PlacePrecision>(2).fill('exact'),
  ...Array<PlacePrecision>(3).fill('site'),
  ...Array<PlacePrecision>(9).fill('place'),
  ...Array<PlacePrecision>(3).fill('near-place'),
  ...Array<PlacePrecision>(4).fill('district'),
  'province',
  'country',
];
/** What each type mostly is. */
const USUAL_SUB_TYPE: Readonly<Record<EventType, SubEventType>> = {
  'Explosions/Remote violence': 'Remote explosive/landmine/IED',
  Battles: 'Armed clash',
  'Violence against civilians': 'Attack',
  Riots: 'Mob violence',
  Protests: 'Peaceful protest',
  'Strategic developments': 'Other',
};
/** Most frequent first. */
const TARGETS: readonly TargetType[] = [
  'security-forces',
  'civilians',
  'infrastructure',
  'chinese-nationals',
  'convoy',
  'government',
  'project-site',
  'media-other',
  'diplomatic',
];
const RELIABILITIES: readonly Reliability[] = ['B', 'C', 'D', 'A', 'F', 'E'];
const CREDIBILITIES: readonly Credibility[] = ['2', '1', '3', '4', '6', '5'];
const MAX_TOLL = 1500;
const UNKNOWN_TOLLS: Casualties = {
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
};

/**
 * Made-up incidents whose places, days, types and actors are as skewed as in real records: a few places and actors
 * have most of them, later years have more, and a few tolls are large. `npm run bench` prints the skew beside that of
 * real records. The same options give the same incidents; ids and titles are unique. Places, which repeat, are shared, so
 * that a million incidents take about 500 MB.
 */
export function createSeededIncidents(options: SeededIncidentsOptions): Incident[] {
  const { statuses = STATUSES } = options;
  const random = createRandom(options.seed);
  const pick = <T>(values: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
    values[Math.floor(random() * values.length)] ?? fallback;
  const places = createPlaces(options, random);
  const targets = [...options.geography.sites, ...options.geography.routes].map(({ id }) => id);
  const firstDay = dayOf(options.from ?? '2005-01-01');
  const lastDay = dayOf(options.to ?? '2024-12-31');
  return Array.from({ length: options.count }, (_, index): Incident => {
    const eventType = EVENT_TYPES[skewedIndex(random, EVENT_TYPES.length)] ?? 'Battles';
    const subEventType = random() < 0.5 ? USUAL_SUB_TYPE[eventType] : pick(SUB_EVENT_TYPES[eventType], 'Other');
    const actors = createActors(random, index);
    return {
      id: `i${options.seed}-${index.toString(36)}`,
      title: `${words(random, 4)} ${index.toString(36)}`,
      summary: words(random, 12),
      occurred: createOccurred(random, firstDay, lastDay),
      eventType,
      subEventType,
      actors,
      target: '',
      targetType: TARGETS[slightlySkewedIndex(random, TARGETS.length)] ?? 'civilians',
      place: places[skewedIndex(random, places.length)] ?? NOWHERE,
      casualties: createCasualties(random),
      claims: [],
      sources: [],
      grade: {
        reliability: RELIABILITIES[skewedIndex(random, RELIABILITIES.length)] ?? 'F',
        credibility: CREDIBILITIES[slightlySkewedIndex(random, CREDIBILITIES.length)] ?? '6',
      },
      status: statuses[skewedIndex(random, statuses.length)] ?? 'reported',
      targetedSites: random() < 0.15 ? [pick(targets, 'elsewhere'), ...(random() < 0.2 ? ['elsewhere'] : [])] : [],
      projectSite: '',
      notes: '',
      summarisesDay: random() < 0.01,
      origin: index % 3 === 0 ? 'seeded-other' : 'seeded',
      licence: index % 3 === 0 ? 'CC0' : 'none',
    };
  });
}

const NOWHERE: Place = {
  name: 'Nowhere',
  province: null,
  district: null,
  latitude: null,
  longitude: null,
  precision: 'country',
};

/**
 * How many places occur grows slower than the incidents do. Fitted to 357 places of 473 incidents (the portfolio that the
 * product ships with) and 1,159 of 6,416 (UCDP GED, Pakistan to 2021): 4,000 of 100,000 and 11,000 of a million.
 */
function placeCount(incidents: number): number {
  return Math.min(incidents, 40 + Math.floor(22 * incidents ** 0.45));
}

function createPlaces({ count, geography }: SeededIncidentsOptions, random: () => number): Place[] {
  const { districts } = geography;
  return Array.from({ length: placeCount(count) }, (_, index): Place => {
    const district = districts[skewedIndex(random, districts.length)];
    if (!district) return NOWHERE;
    const precision = PRECISIONS[Math.floor(random() * PRECISIONS.length)] ?? 'place';
    const hasPoint = precision !== 'country' && random() < 0.97;
    return {
      name: `${words(random, 1)} ${index}`,
      province: precision === 'country' ? null : district.province,
      district: precision === 'country' || precision === 'province' ? null : district.name,
      latitude: hasPoint ? round(district.latitude + random() - 0.5) : null,
      longitude: hasPoint ? round(district.longitude + random() - 0.5) : null,
      precision,
    };
  });
}

function createOccurred(random: () => number, firstDay: number, lastDay: number): Incident['occurred'] {
  const day = firstDay + Math.floor((lastDay - firstDay + 1) * Math.sqrt(random()));
  const chance = random();
  const precision: DatePrecision = chance < 0.9 ? 'day' : chance < 0.94 ? 'week' : chance < 0.98 ? 'month' : 'year';
  const start = startOfUnit(day, precision);
  const end =
    precision === 'day' ? day : precision === 'week' ? start + 6 : addMonths(start, precision === 'month' ? 1 : 12) - 1;
  return { start: isoOf(start), end: isoOf(end), precision };
}

function createActors(random: () => number, index: number): Incident['actors'] {
  if (random() < 0.2) return [];
  const claim = ACTOR_CLAIMS[index % ACTOR_CLAIMS.length] ?? 'unknown';
  const first = { name: ACTORS[skewedIndex(random, ACTORS.length)] ?? '', claim };
  return random() < 0.85 ? [first] : [first, { name: ACTORS[index % ACTORS.length] ?? '', claim: 'attributed' }];
}

function createCasualties(random: () => number): Casualties {
  if (random() < 0.3) return UNKNOWN_TOLLS;
  const range = (): Range | null => {
    if (random() < 0.2) return null;
    const best = createToll(random);
    const spread = random() < 0.1 ? 1 + Math.floor(random() * 5) : 0;
    return { low: Math.max(0, best - spread), best, high: best + spread };
  };
  const [chineseKilled, chineseWounded] = random() < 0.04 ? [range(), range()] : [null, null];
  return {
    killed: range(),
    wounded: range(),
    abducted: random() < 0.05 ? range() : null,
    attackersKilled: random() < 0.2 ? range() : null,
    chineseKilled,
    chineseWounded,
  };
}

/** A quarter 0, half up to 2, one of a hundred above 70: a Pareto tail, near the tolls of UCDP GED. */
function createToll(random: () => number): number {
  return Math.min(MAX_TOLL, Math.floor(5 * ((1 - random()) ** -0.6 - 1)));
}

function slightlySkewedIndex(random: () => number, count: number): number {
  return Math.min(count - 1, Math.floor(count * random() ** 2));
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[skewedIndex(random, WORDS.length)]).join(' ');
}

/** Four decimals, about 10 m, as records give them. */
function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
