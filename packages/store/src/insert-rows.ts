import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What to do with a row whose key is there already; without it that is an error. */
export interface OnConflict {
  readonly key: string;
  readonly action: 'update' | 'nothing';
}

/**
 * Inserts rows with one statement and one parameter, however many they are: as a JSON array that the server takes apart
 * by the table's own column types. All rows have the keys of the first; columns that these leave out take their default.
 */
export async function insertRows<Table extends keyof Schema & string, Row extends object>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Row[],
  onConflict?: OnConflict,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ${onConflict ? conflictClause(columns, onConflict) : sql``}`.execute(db);
}

function conflictClause(columns: readonly string[], { key, action }: OnConflict) {
  if (action === 'nothing') return sql`on conflict (${sql.ref(key)}) do nothing`;
  const others = columns.filter((column) => column !== key);
  const assignments = others.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  return sql`on conflict (${sql.ref(key)}) do update set ${sql.join(assignments)}`;
}
