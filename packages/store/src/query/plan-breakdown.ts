import {
  type Breakdown,
  type BreakdownRequest,
  type BreakdownRow,
  EVENT_TYPES,
  type IncidentSummary,
} from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { type DimensionValues, dimensionValues, listedCodes } from './dimension-values.ts';
import type { Plan, Planned } from './plan.ts';
import { byCountThenKey, countByPlace } from './plan-groups.ts';
import { seriesOf } from './plan-timeline.ts';
import { readSummaries } from './read-summaries.ts';
import { type Buckets, bucketExpression, bucketsOf } from './time-buckets.ts';
import { NO_TOLLS, readTollSumsBy } from './toll-sums.ts';

/** Counts, tolls, newest and gravest incident, and counts over time for each value of a dimension. */
export function planBreakdown(plan: Plan, { by, unit }: BreakdownRequest): Planned<Breakdown> {
  const { filter, snapshot, tallies } = plan;
  const byPlace = by === 'site' || by === 'route' ? tallies.want('place') : null;
  return async () => {
    const values = await dimensionValues(by, snapshot, filter.radiusKm);
    const buckets = unit ? bucketsOf(unit, filter, snapshot) : null;
    const condition = plan.clause.condition(null);
    const types = await countByValue(plan, values, condition, sql`f.event_type`);
    const series = unit ? await countByValue(plan, values, condition, bucketExpression(unit)) : null;
    const tolls = await readTollSumsBy(snapshot.db, values.code, values.join, condition);
    const extremes = await readExtremes(plan, values, condition);
    const possible =
      byPlace && values.codesOfPlace
        ? countByPlace(byPlace(), values.codesOfPlace, 'possible', snapshot.places)
        : new Map<number, number>();
    const rows = listedCodes(values).map(({ key, code }): BreakdownRow => {
      const extreme = code === null ? undefined : extremes.get(code);
      return {
        ...toRow(key, types.get(code ?? Number.NaN), series?.get(code ?? Number.NaN), buckets),
        casualties: (code === null ? undefined : tolls.get(code)) ?? NO_TOLLS,
        possible: code === null || key === null ? 0 : (possible.get(code) ?? 0),
        last: extreme?.last ?? null,
        worst: extreme?.worst ?? null,
      };
    });
    return {
      by,
      unit: unit ?? null,
      starts: buckets?.starts ?? [],
      rows: rows.filter(({ key, count }) => key !== null || count > 0).sort(byCountThenKey),
    };
  };
}

/** Counts by code, and within it by another number. */
type CountsByCode = ReadonlyMap<number, ReadonlyMap<number, number>>;

function toRow(
  key: string | null,
  types: ReadonlyMap<number, number> | undefined,
  series: ReadonlyMap<number, number> | undefined,
  buckets: Buckets | null,
) {
  const byType = EVENT_TYPES.map((_, type) => types?.get(type) ?? 0);
  return {
    key,
    count: byType.reduce((sum, count) => sum + count, 0),
    byType,
    series: buckets ? seriesOf(buckets, series ?? []) : [],
  };
}

/** For each value: how many incidents by a number that each has. */
async function countByValue(
  { snapshot }: Plan,
  { code, join }: DimensionValues,
  condition: RawBuilder<unknown>,
  number: RawBuilder<unknown>,
): Promise<CountsByCode> {
  const { rows } = await sql<{ code: number; number: number; count: number }>`
    select ${code} as code, ${number} as number, count(*) as count
    from incident_fact f ${join} where ${condition} group by 1, 2`.execute(snapshot.db);
  const counts = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const own = counts.get(row.code) ?? new Map<number, number>();
    counts.set(row.code, own.set(row.number, row.count));
  }
  return counts;
}

interface Extremes {
  readonly last: IncidentSummary | null;
  readonly worst: IncidentSummary | null;
}

/** For each value the newest incident, and the gravest: by severity, then killed, then newest. Of one day the first by id. */
async function readExtremes(
  { snapshot }: Plan,
  { code, join }: DimensionValues,
  condition: RawBuilder<unknown>,
): Promise<ReadonlyMap<number, Extremes>> {
  const { rows } = await sql<{ code: number; last: string; worst: string }>`
    with valued as materialized (
      select ${code} as code, f.incident_id, f.start_day, ${GRAVITY} as gravity
      from incident_fact f join toll t on t.id = f.toll_id ${join} where ${condition}
    ), extreme as (
      select code, max(start_day) as day, max(gravity) as gravity from valued group by code
    )
    select code,
      min(incident_id) filter (where valued.start_day = extreme.day) as last,
      min(incident_id) filter (where valued.gravity = extreme.gravity) as worst
    from valued join extreme using (code)
    where valued.start_day = extreme.day or valued.gravity = extreme.gravity
    group by code`.execute(snapshot.db);
  const summaries = await readSummaries(snapshot.db, [...new Set(rows.flatMap(({ last, worst }) => [last, worst]))]);
  return new Map(
    rows.map((row) => [row.code, { last: summaries.get(row.last) ?? null, worst: summaries.get(row.worst) ?? null }]),
  );
}

/** Severity, killed and day as one number: a toll is at most a million (20 bits), a day of the calendar takes 22. */
const GRAVITY = sql`((f.severity::bigint << 20 | coalesce(t.killed_best, 0)) << 22) | (f.start_day - '0001-01-01'::date)`;
