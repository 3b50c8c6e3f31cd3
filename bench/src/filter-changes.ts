import { type DimensionName, dayOf, EVENT_TYPES, type Filter, isoOf } from '@corridor/domain';
import type { IncidentEngine } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';

/** A thing that a reader does again and again: the filter after each turn differs from the one before. */
export interface FilterChange {
  readonly name: string;
  readonly filterAt: (turn: number) => Filter;
}

/** Where brushes start: five of the twenty years of seeded incidents. */
const FROM = '2019-07-01';
const LAST = dayOf('2024-06-15');
const DAYS_A_MONTH = 30;
const WORDS = ['co', 'con', 'conv', 'convo', 'convoy', 'convoy po', 'convoy pol', 'convoy police'] as const;

/** The one that answers are also taken apart for. */
export const eventTypeChange: FilterChange = {
  name: 'event type on and off',
  filterAt: (turn) => (turn % 2 === 0 ? { type: [EVENT_TYPES[0]] } : {}),
};

/** Each begins without a filter; places and sites are those with the most incidents, so that every turn matches some. */
export function otherChanges(engine: IncidentEngine, { districts }: BenchGeography): readonly FilterChange[] {
  const province = busiest(engine, 'province');
  const site = busiest(engine, 'site');
  const name = busiest(engine, 'district');
  const { longitude, latitude } = districts.find((district) => district.name === name) ?? { longitude: 0, latitude: 0 };
  return [
    { name: 'province on and off', filterAt: (turn) => (turn % 2 === 0 ? { province: [province] } : {}) },
    { name: 'brush by a day', filterAt: (turn) => ({ from: FROM, to: isoOf(LAST - turn) }) },
    { name: 'brush by a month', filterAt: (turn) => ({ from: FROM, to: isoOf(LAST - DAYS_A_MONTH * turn) }) },
    { name: 'text, letter by letter', filterAt: (turn) => ({ q: WORDS[turn % WORDS.length] ?? WORDS[0] }) },
    { name: 'radius round a site', filterAt: (turn) => ({ site: [site], radiusKm: 20 + 5 * (turn % 10) }) },
    { name: 'drawn polygon', filterAt: (turn) => ({ area: hexagon(longitude + 0.02 * turn, latitude) }) },
  ];
}

/** About 110 km from corner to corner. */
function hexagon(longitude: number, latitude: number): NonNullable<Filter['area']> {
  const ring = Array.from({ length: 6 }, (_, corner): [number, number] => {
    const angle = (corner * Math.PI) / 3;
    return [longitude + 0.5 * Math.cos(angle), latitude + 0.5 * Math.sin(angle)];
  });
  return { kind: 'polygon', ring };
}

function busiest(engine: IncidentEngine, dimension: DimensionName): string {
  const counts = engine.answer({ filter: {}, groups: [dimension] }).groups?.[dimension] ?? [];
  const [first] = counts.toSorted((a, b) => b.count - a.count);
  if (!first?.key) throw new RangeError(`No incident has a ${dimension} to measure with`);
  return first.key;
}
