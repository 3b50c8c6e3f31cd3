import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { CODED_VALUES } from '../projection/codes.ts';
import type { Schema } from '../schema.ts';
import type { KnownValues } from './known-values.ts';
import type { PlaceList } from './place-list.ts';
import type { SqlGeography } from './sql-geography.ts';

export type Database = Kysely<Schema>;

/** As migration 0007 indexes it. */
export const RETRACTED = CODED_VALUES.status.indexOf('retracted');

/** What is true of the whole database at one moment. */
export interface DatabaseState {
  readonly revision: number;
  /** By day of beginning; null for no incidents. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lastPlace: number;
  /** Whether any incident is retracted: filters that name no status leave them out. */
  readonly hasRetracted: boolean;
  /** The revision in which a site or route last changed. */
  readonly targetsRevision: number;
  /** On Citus, which does not group by several things at once over all of its shards. */
  readonly isSharded: boolean;
}

/** One state of the database while a question is answered: a transaction that sees nothing newer. */
export interface SqlSnapshot extends DatabaseState {
  readonly db: Database;
  readonly geography: SqlGeography;
  readonly places: PlaceList;
  readonly known: KnownValues;
}

/** A handful of look-ups in indexes. */
export async function readState(db: Database): Promise<DatabaseState> {
  const { rows } = await sql<DatabaseState>`
    select value as revision,
      (select min(start_day) from incident_fact) as "firstDay",
      (select max(start_day) from incident_fact) as "lastDay",
      (select coalesce(max(id), 0) from place) as "lastPlace",
      exists (select from incident_fact where status = ${sql.lit(RETRACTED)}) as "hasRetracted",
      greatest((select max(revision) from site), (select max(revision) from route), 0) as "targetsRevision",
      exists (select from pg_extension where extname = 'citus') as "isSharded"
    from revision`.execute(db);
  const [state] = rows;
  if (!state) throw new Error('the table of the revision is empty');
  return state;
}
