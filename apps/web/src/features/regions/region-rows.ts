import type { BreakdownRow, District, IncidentSummary, Province, Toll } from '@corridor/domain';

/** A province or district in a period, beside the period before. */
export interface RegionRow {
  readonly name: string;
  readonly province: string;
  readonly now: number;
  /** Null where there is no period to compare with. */
  readonly before: number | null;
  readonly killed: Toll;
  readonly killedBefore: Toll | null;
  readonly last: IncidentSummary | null;
  readonly worst: IncidentSummary | null;
  /** Months of both periods. */
  readonly series: readonly number[];
  readonly sites: number;
}

export interface ProvinceRows {
  readonly province: RegionRow;
  /** Districts with an incident in either period, most first. */
  readonly districts: readonly RegionRow[];
  readonly quiet: readonly RegionRow[];
  /** Incidents of the period known to the province but not to a district. */
  readonly withoutDistrict: number;
}

export interface RegionCounts {
  readonly now: readonly BreakdownRow[];
  /** Null where there is no period to compare with. */
  readonly before: readonly BreakdownRow[] | null;
  readonly both: readonly BreakdownRow[];
}

const NOBODY: Toll = { low: 0, best: 0, high: 0, unknown: 0 };

/** Every province with its districts, most incidents first. Names that the portfolio does not list are left to the map's bar. */
export function buildProvinceRows(
  portfolio: { readonly provinces: readonly Province[]; readonly districts: readonly District[] },
  counts: { readonly province: RegionCounts; readonly district: RegionCounts },
  sites: readonly { readonly province: string; readonly district: string }[],
): ProvinceRows[] {
  const provinceRow = rowBuilder(counts.province);
  const districtRow = rowBuilder(counts.district);
  return portfolio.provinces
    .map(({ name }): ProvinceRows => {
      const rows = portfolio.districts
        .filter(({ province }) => province === name)
        .map((district) =>
          districtRow(district.name, name, sites.filter((site) => site.district === district.name).length),
        )
        .sort(byCount);
      const province = provinceRow(name, name, sites.filter((site) => site.province === name).length);
      const busy = rows.filter(({ now, before }) => now > 0 || (before ?? 0) > 0);
      return {
        province,
        districts: busy,
        quiet: rows.filter((row) => !busy.includes(row)),
        withoutDistrict: province.now - rows.reduce((sum, { now }) => sum + now, 0),
      };
    })
    .sort((a, b) => byCount(a.province, b.province));
}

function rowBuilder({ now, before, both }: RegionCounts) {
  const [current, earlier, whole] = [byKey(now), byKey(before ?? []), byKey(both)];
  return (name: string, province: string, sites: number): RegionRow => {
    const row = current.get(name);
    const previous = earlier.get(name);
    return {
      name,
      province,
      now: row?.count ?? 0,
      before: before ? (previous?.count ?? 0) : null,
      killed: row?.casualties.killed ?? NOBODY,
      killedBefore: before ? (previous?.casualties.killed ?? NOBODY) : null,
      last: row?.last ?? null,
      worst: row?.worst ?? null,
      series: whole.get(name)?.series ?? [],
      sites,
    };
  };
}

function byKey(rows: readonly BreakdownRow[]): ReadonlyMap<string | null, BreakdownRow> {
  return new Map(rows.map((row) => [row.key, row]));
}

function byCount(a: RegionRow, b: RegionRow): number {
  return b.now - a.now || (b.before ?? 0) - (a.before ?? 0) || a.name.localeCompare(b.name);
}

/** What a map shades districts by: incidents, incidents per month, or the change in incidents. */
export function shadeValues(
  rows: readonly RegionRow[],
  shade: 'count' | 'rate' | 'change',
  months: number,
): ReadonlyMap<string, number> {
  const value = ({ now, before }: RegionRow) =>
    shade === 'count' ? now : shade === 'rate' ? now / Math.max(1, months) : now - (before ?? now);
  return new Map(rows.map((row) => [row.name, value(row)]));
}
