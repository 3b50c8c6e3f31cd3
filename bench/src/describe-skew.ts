import type { Incident } from '@corridor/domain';
import { formatCount } from './format-figures.ts';
import { formatTable } from './format-table.ts';

export interface NamedIncidents {
  readonly name: string;
  readonly incidents: readonly Incident[];
}

/** How unevenly incidents lie over places, days, types and actors: made-up ones ought to be like real ones. */
export function formatSkew(sets: readonly NamedIncidents[]): string {
  const rows = sets.map(({ incidents }) => skewOf(incidents));
  const names = Object.keys(rows[0] ?? {});
  return formatTable(
    ['Share of', ...sets.map(({ name }) => name)],
    names.map((name) => [name, ...rows.map((row) => row[name] ?? '')]),
  );
}

function skewOf(incidents: readonly Incident[]): Readonly<Record<string, string>> {
  const places = frequencies(incidents.map(({ place }) => `${place.name} ${place.latitude} ${place.longitude}`));
  const districts = frequencies(incidents.map(({ place }) => place.district ?? 'unknown'));
  const actors = frequencies(incidents.flatMap(({ actors: own }) => own.map(({ name }) => name)));
  const types = frequencies(incidents.map(({ eventType }) => eventType));
  const subTypes = frequencies(incidents.map(({ subEventType }) => subEventType));
  const days = frequencies(incidents.map(({ occurred }) => occurred.start));
  const killed = incidents.flatMap(({ casualties }) => casualties.killed?.best ?? []).sort((a, b) => a - b);
  return {
    incidents: formatCount(incidents.length),
    'distinct places': formatCount(places.length),
    'busiest place': share(places, 1),
    'busiest 10 places': share(places, 10),
    'busiest 100 places': share(places, 100),
    'busiest district': share(districts, 1),
    'busiest 10 districts': share(districts, 10),
    'distinct actors': formatCount(actors.length),
    'most named actor, of mentions': share(actors, 1),
    'most named 10 actors, of mentions': share(actors, 10),
    'commonest type': share(types, 1),
    'commonest sub-type': share(subTypes, 1),
    'days with any': formatCount(days.length),
    'busiest day': share(days, 1),
    'busiest hundredth of days': share(days, Math.ceil(days.length / 100)),
    'known to the day': percent(incidents.filter(({ occurred }) => occurred.precision === 'day').length, incidents),
    'known to a district or less': percent(incidents.filter(isVague).length, incidents),
    'killed, median': formatCount(quantile(killed, 0.5)),
    'killed, 99th of 100': formatCount(quantile(killed, 0.99)),
    'killed, most': formatCount(quantile(killed, 1)),
  };
}

function isVague({ place }: Incident): boolean {
  return ['district', 'province', 'country'].includes(place.precision);
}

/** Counts of equal values, most frequent first. */
function frequencies(values: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

function share(counts: readonly number[], first: number): string {
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return formatPercent(sum(counts.slice(0, first)) / sum(counts));
}

function percent(count: number, all: readonly unknown[]): string {
  return formatPercent(count / all.length);
}

function formatPercent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
