import type { Status } from '@corridor/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Which incidents are to be looked at, and in which order. */
export interface QueueRequest {
  /** `severity`: the gravest first, of those the oldest. `age`: what was filed first comes first. */
  readonly order: 'severity' | 'age';
  readonly statuses: readonly Status[];
  /** A person's id, null for those that nobody works on; undefined takes all. */
  readonly assignee?: string | null | undefined;
  /** Only those that this person watches. */
  readonly watcher?: string | undefined;
  readonly after?: QueuePosition | undefined;
  readonly limit: number;
}

/** Where an incident stands in a queue: keys rise as incidents are first written. */
export interface QueuePosition {
  readonly severity: number;
  readonly key: number;
}

export interface QueueRow extends QueuePosition {
  readonly id: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Of all pages. */
  readonly total: number;
}

/** One page, and a count of all: a pass over the incidents that count. */
export async function readQueue(db: Kysely<Schema>, request: QueueRequest): Promise<QueuePage> {
  const { after, limit, order } = request;
  const which = await clauseOf(db, request);
  const from = sql`incident_fact fact join incident on incident.id = fact.incident_id`;
  const position = order === 'severity' ? sql`(-fact.severity, fact.key)` : sql`fact.key`;
  const beyond = after && (order === 'severity' ? sql`(${-after.severity}, ${after.key})` : sql`${after.key}`);
  const { rows } = await sql<QueueRow>`
    select incident.id, fact.severity, fact.key from ${from}
    where ${which} ${beyond ? sql`and ${position} > ${beyond}` : sql``}
    order by ${order === 'severity' ? sql`fact.severity desc, fact.key` : sql`fact.key`} limit ${limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from ${from} where ${which}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Incidents that are merged have no fact. Ids are looked up first: they lie in tables of another kind on a cluster. */
async function clauseOf(
  db: Kysely<Schema>,
  { assignee, statuses, watcher }: QueueRequest,
): Promise<RawBuilder<unknown>> {
  const clauses = [sql`incident.status = any(${statuses})`];
  if (assignee !== undefined) {
    const { rows } = await sql<{ incident_id: string }>`
      select incident_id from incident_assignment where ${assignee}::text is null or person_id = ${assignee}`.execute(
      db,
    );
    const ids = rows.map(({ incident_id }) => incident_id);
    clauses.push(assignee === null ? sql`incident.id <> all(${ids})` : sql`incident.id = any(${ids})`);
  }
  if (watcher !== undefined) {
    const { rows } = await sql<{ incident_id: string }>`
      select incident_id from incident_watch where person_id = ${watcher}`.execute(db);
    clauses.push(sql`incident.id = any(${rows.map(({ incident_id }) => incident_id)})`);
  }
  return sql.join(clauses, sql` and `);
}
