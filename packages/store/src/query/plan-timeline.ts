import type { Timeline, TimelineMeasure, TimelineRequest, TimelineSeries } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { tollColumnOf } from '../incident-row.ts';
import { dimensionValues, listedCodes } from './dimension-values.ts';
import type { Plan, Planned } from './plan.ts';
import { NO_VALUE } from './tallies.ts';
import { type Buckets, bucketExpression, bucketsOf, IMPRECISE } from './time-buckets.ts';

/** Incidents or tolls over time: in one line, or in a series for each value that occurs. */
export function planTimeline(plan: Plan, request: TimelineRequest): Planned<Timeline> {
  const { unit, ignorePeriod = false, measure = 'incidents' } = request;
  const { filter, snapshot, tallies } = plan;
  const tally = tallies.want(unit, ignorePeriod ? 'period' : null);
  return async () => {
    const buckets = bucketsOf(unit, ignorePeriod ? {} : filter, snapshot);
    const byBucket = tally();
    const imprecise = byBucket.get(IMPRECISE) ?? 0;
    if (request.stackBy !== undefined || measure !== 'incidents') {
      return { unit, starts: buckets.starts, imprecise, series: await readSeries(plan, request, buckets) };
    }
    const counts = seriesOf(buckets, byBucket);
    return { unit, starts: buckets.starts, imprecise, series: [{ key: null, counts }] };
  };
}

/** One number for each bucket that is shown. */
export function seriesOf({ starts, indexOf }: Buckets, byBucket: Iterable<readonly [number, number]>): number[] {
  const counts = new Array<number>(starts.length).fill(0);
  for (const [bucket, count] of byBucket) {
    if (bucket !== IMPRECISE) counts[indexOf(bucket)] = count;
  }
  return counts;
}

async function readSeries(plan: Plan, request: TimelineRequest, buckets: Buckets): Promise<readonly TimelineSeries[]> {
  const { unit, stackBy, ignorePeriod = false, measure = 'incidents' } = request;
  const { clause, filter, snapshot } = plan;
  const values = stackBy === undefined ? null : await dimensionValues(stackBy, snapshot, filter.radiusKm);
  const { rows } = await sql<{ code: number; bucket: number; amount: number }>`
    select ${values?.code ?? sql.lit(NO_VALUE)} as code, ${bucketExpression(unit)} as bucket, ${amountOf(measure)} as amount
    from incident_fact f ${values?.join ?? sql``} ${measure === 'incidents' ? sql`` : sql`join toll t on t.id = f.toll_id`}
    where ${clause.condition(ignorePeriod ? 'period' : null)}
    group by 1, 2`.execute(snapshot.db);
  const byCode = new Map<number, [number, number][]>();
  for (const { code, bucket, amount } of rows) {
    if (bucket === IMPRECISE) continue;
    const series = byCode.get(code);
    if (series) series.push([bucket, amount]);
    else byCode.set(code, [[bucket, amount]]);
  }
  if (!values) return [{ key: null, counts: seriesOf(buckets, byCode.get(NO_VALUE) ?? []) }];
  return listedCodes(values).flatMap(({ key, code }) => {
    const series = code === null ? undefined : byCode.get(code);
    return series ? [{ key, counts: seriesOf(buckets, series) }] : [];
  });
}

/** Unknown tolls add nothing. */
function amountOf(measure: TimelineMeasure): RawBuilder<unknown> {
  return measure === 'incidents' ? sql`count(*)` : sql`coalesce(sum(${sql.ref(`t.${tollColumnOf(measure)}_best`)}), 0)`;
}
