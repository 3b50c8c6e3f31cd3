import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What to do with a row whose key is there already; without it that is an error. */
export interface OnConflict {
  readonly key: string;
  readonly action: 'update' | 'nothing';
}

/**
 * Inserts rows with one statement and one parameter, however many they are: as a JSON array that the server takes apart
 * by the table's own column types. Gives the `returning` columns of those that were inserted. All rows have the keys of the
 * first; columns that these leave out take their default.
 */
export async function insertRows<Returned = never>(
  db: Kysely<Schema>,
  table: keyof Schema & string,
  rows: readonly object[],
  onConflict?: OnConflict,
  returning: readonly (keyof Returned & string)[] = [],
): Promise<readonly Returned[]> {
  return (await insertOf<Returned>(table, rows, onConflict, returning)?.execute(db))?.rows ?? [];
}

/** The statement of `insertRows`, to be made before it is its turn; null without rows. */
export function insertOf<Returned = never>(
  table: keyof Schema & string,
  rows: readonly object[],
  onConflict?: OnConflict,
  returning: readonly (keyof Returned & string)[] = [],
): RawBuilder<Returned> | null {
  const [first] = rows;
  if (!first) return null;
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  return sql<Returned>`
    insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ${onConflict ? conflictClause(columns, onConflict) : sql``}
    ${returning.length > 0 ? sql`returning ${sql.join(returning.map((column) => sql.ref(column)))}` : sql``}`;
}

function conflictClause(columns: readonly string[], { key, action }: OnConflict) {
  if (action === 'nothing') return sql`on conflict (${sql.ref(key)}) do nothing`;
  const others = columns.filter((column) => column !== key);
  const assignments = others.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  return sql`on conflict (${sql.ref(key)}) do update set ${sql.join(assignments)}`;
}
