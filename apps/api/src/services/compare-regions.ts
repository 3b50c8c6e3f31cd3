import {
  type BreakdownRow,
  type DimensionName,
  dayOf,
  type Filter,
  type IncidentSummary,
  isoOf,
  type Period,
  type PortfolioInfo,
  periodBefore,
  type Span,
  type Toll,
} from '@corridor/domain';
import type { Snapshot } from '../snapshot.ts';

export interface Region {
  readonly name: string | null;
  readonly count: number;
  readonly killed: Toll;
  readonly before: number | null;
  readonly change: number | null;
  readonly last: IncidentSummary | null;
}

export interface RegionComparison {
  readonly matched: number;
  readonly located: number;
  readonly unlocated: number;
  readonly period: Span | null;
  readonly before: Span | null;
  readonly provinces: readonly Region[];
  readonly districts: readonly (Region & { readonly province: string | null })[];
  readonly revision: number;
}

const NOBODY: Toll = { low: 0, best: 0, high: 0, unknown: 0 };
const BY = [{ by: 'province' }, { by: 'district' }] as const satisfies readonly { by: DimensionName }[];

/**
 * Provinces and districts with their incidents in the filter's period and in the period of the same length before it.
 * A filter without a first day reaches back to the first record, so there is nothing before to compare with. Regions of
 * the portfolio without incidents are listed with zeros.
 */
export async function compareRegions(
  snapshot: Snapshot,
  filter: Filter,
  info: PortfolioInfo,
): Promise<RegionComparison> {
  const { engine } = snapshot;
  const period = periodOf(snapshot, filter);
  const before = period && filter.from !== undefined ? coveredBefore(snapshot, period) : null;
  const now = await engine.answer({ filter, breakdowns: BY });
  const then = before && (await engine.answer({ filter: { ...filter, ...isoPeriod(before) }, breakdowns: BY }));
  const compare = (index: 0 | 1, names: readonly string[]): Region[] =>
    toRegions(names, now.breakdowns?.[index]?.rows ?? [], then ? (then.breakdowns?.[index]?.rows ?? []) : null);
  const provinceOf = new Map(info.districts.map(({ name, province }) => [name, province]));
  return {
    matched: now.totals.matched,
    located: now.totals.located,
    unlocated: now.totals.unlocated,
    period: period && isoPeriod(period),
    before: before && isoPeriod(before),
    provinces: compare(
      0,
      info.provinces.map(({ name }) => name),
    ),
    districts: compare(
      1,
      info.districts.map(({ name }) => name),
    ).map((region) => ({
      ...region,
      province: region.name === null ? null : (provinceOf.get(region.name) ?? null),
    })),
    revision: now.revision,
  };
}

function periodOf({ engine }: Snapshot, filter: Filter): Period | null {
  const from = filter.from === undefined ? engine.firstDay : dayOf(filter.from);
  const to = filter.to === undefined ? engine.lastDay : dayOf(filter.to);
  return from === null || to === null || from > to ? null : { from, to };
}

/** The period before, unless it ends before the first record: no data is not no incidents. */
function coveredBefore({ engine }: Snapshot, period: Period): Period | null {
  const before = periodBefore(period);
  return engine.firstDay === null || before.to < engine.firstDay ? null : before;
}

function isoPeriod({ from, to }: Period): Span {
  return { from: isoOf(from), to: isoOf(to) };
}

function toRegions(
  names: readonly string[],
  now: readonly BreakdownRow[],
  then: readonly BreakdownRow[] | null,
): Region[] {
  const current = new Map(now.map((row) => [row.key, row]));
  const earlier = then && new Map(then.map((row) => [row.key, row.count]));
  const keys = new Set([...names, ...current.keys(), ...(earlier?.keys() ?? [])]);
  return [...keys]
    .map((name) => {
      const row = current.get(name);
      const count = row?.count ?? 0;
      const before = earlier ? (earlier.get(name) ?? 0) : null;
      return {
        name,
        count,
        killed: row?.casualties.killed ?? NOBODY,
        before,
        change: before === null ? null : count - before,
        last: row?.last ?? null,
      };
    })
    .sort((a, b) => b.count - a.count || compareNames(a.name, b.name));
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
