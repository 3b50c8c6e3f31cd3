import { type Kysely, sql } from 'kysely';
import type { Feeds, OriginState, SourceAttempt, SourceFault, WatchedState } from './feeds.ts';
import type { Schema } from './schema.ts';
import type { StorePart } from './store-part.ts';

/** Faults that are kept of a source. */
const MAX_FAULTS = 20;

export function createFeeds({ ask, db, write }: StorePart): Feeds {
  return {
    know: (ids) =>
      write(async () => {
        await sql`insert into watched_source (id) select unnest(${ids}::text[]) on conflict do nothing`.execute(db);
      }),
    states: (ids) => ask(() => readStates(db, ids)),
    due: (ids) =>
      ask(async () => {
        const { rows } = await sql<{ id: string }>`
          select id from watched_source where id = any(${ids}) and due_at <= clock_timestamp() order by due_at, id`.execute(
          db,
        );
        return rows.map(({ id }) => id);
      }),
    makeDue: (id) =>
      write(async () => {
        const { numAffectedRows } = await sql`
          update watched_source set due_at = least(due_at, clock_timestamp()) where id = ${id}`.execute(db);
        return numAffectedRows === 1n;
      }),
    noteAttempt: (id, attempt) => write(() => noteAttempt(db, id, attempt)),
    holdWatch: (holder, seconds) =>
      write(async () => {
        const { numAffectedRows } = await sql`
          insert into watch_lease as present (holder, until)
          values (${holder}, clock_timestamp() + make_interval(secs => ${seconds}))
          on conflict (single) do update set holder = excluded.holder, until = excluded.until
          where present.holder = excluded.holder or present.until < clock_timestamp()`.execute(db);
        return numAffectedRows === 1n;
      }),
    releaseWatch: (holder) =>
      ask(async () => {
        await sql`delete from watch_lease where holder = ${holder}`.execute(db);
      }),
    origins: () => ask(() => readOriginStates(db)),
  };
}

/** By day first: the million rows are counted without a function for each, and what is left of them is few. */
async function readOriginStates(db: Kysely<Schema>): Promise<readonly OriginState[]> {
  const { rows } = await sql<Omit<OriginState, 'months'> & { readonly months: readonly string[] }>`
    with by_day as materialized (
      select origin, start_day, end_day, count(*) as rows, max(revision) as revision
      from incident where merged_into is null and status <> 'retracted'
      group by origin, start_day, end_day
    )
    select origin, sum(rows)::bigint as rows, min(start_day) as "firstDay", max(start_day) as "lastDay",
      max(end_day) as "lastEnd", max(revision) as revision,
      array_agg(distinct to_char(start_day, 'YYYY-MM-01') || '/' || to_char(end_day, 'YYYY-MM-01')) as months
    from by_day group by origin order by origin collate "C"`.execute(db);
  return rows.map(({ months, ...row }) => ({
    ...row,
    months: months.map((pair) => ({ from: pair.slice(0, 10), to: pair.slice(11) })),
  }));
}

interface StateRow {
  readonly id: string;
  readonly due_at: Date;
  readonly attempted_at: Date | null;
  readonly succeeded_at: Date | null;
  readonly etag: string;
  readonly last_modified: string;
  readonly failures: number;
  readonly faults: readonly SourceFault[];
  readonly rows: number;
  readonly last_record_at: Date | null;
  readonly first_read_at: Date | null;
  readonly usual_gap_hours: number | null;
}

async function readStates(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, WatchedState>> {
  const { rows } = await sql<StateRow>`
    select watched_source.*, (
      select min(fetched_at) from article where source_id = watched_source.id
    ) as first_read_at, (
      select percentile_cont(0.5) within group (order by gap) from (
        select extract(epoch from published_at - lead(published_at) over (order by published_at desc))::float8 / 3600 as gap
        from (
          select published_at from article
          where source_id = watched_source.id and published_at is not null
          order by published_at desc limit 30
        ) recent
      ) gaps where gap is not null
    ) as usual_gap_hours
    from watched_source where id = any(${ids})`.execute(db);
  return new Map(rows.map((row) => [row.id, toState(row)]));
}

function toState(row: StateRow): WatchedState {
  return {
    id: row.id,
    dueAt: row.due_at.toISOString(),
    attemptedAt: row.attempted_at?.toISOString() ?? null,
    succeededAt: row.succeeded_at?.toISOString() ?? null,
    etag: row.etag,
    lastModified: row.last_modified,
    failures: row.failures,
    faults: row.faults,
    rows: row.rows,
    lastRecordAt: row.last_record_at?.toISOString() ?? null,
    firstReadAt: row.first_read_at?.toISOString() ?? null,
    usualGapHours: row.usual_gap_hours,
  };
}

async function noteAttempt(db: Kysely<Schema>, id: string, attempt: SourceAttempt): Promise<void> {
  const { lastRecordAt, nextInSeconds, reasons, rows, succeeded, validators } = attempt;
  const at = new Date().toISOString();
  const faults = reasons.slice(0, MAX_FAULTS).map((reason) => ({ at, reason }));
  await sql`
    update watched_source set
      due_at = clock_timestamp() + make_interval(secs => ${nextInSeconds}),
      attempted_at = clock_timestamp(),
      succeeded_at = case when ${succeeded} then clock_timestamp() else succeeded_at end,
      failures = case when ${succeeded} then 0 else failures + 1 end,
      etag = coalesce(${validators?.etag ?? null}::text, etag),
      last_modified = coalesce(${validators?.lastModified ?? null}::text, last_modified),
      faults = coalesce(
        (select jsonb_agg(fault order by place)
         from jsonb_array_elements(${JSON.stringify(faults)}::jsonb || faults) with ordinality as every (fault, place)
         where place <= ${MAX_FAULTS}), '[]'),
      rows = rows + ${rows},
      last_record_at = greatest(last_record_at, ${lastRecordAt}::timestamptz)
    where id = ${id}`.execute(db);
}
