import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** What a backup has to know of a table. */
export interface TableShape {
  readonly name: string;
  /** In the table's order, without those that the database computes. */
  readonly columns: readonly string[];
  /** Columns of the primary key, by which rows are ordered. */
  readonly key: readonly string[];
  /** Columns whose values a sequence gives. */
  readonly counted: readonly string[];
}

/** All tables of the store's schema by name, as the database's own catalogue describes them; none of an extension. */
export async function readTableShapes(db: Kysely<Schema>): Promise<readonly TableShape[]> {
  const { rows } = await sql<TableShape>`
    select relname::text as name,
      array(select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_constraint, unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attnum = number
        where conrelid = pg_class.oid and contype = 'p' and attrelid = pg_class.oid order by place) as key,
      array(select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped
          and pg_get_serial_sequence(quote_ident(relname), attname) is not null order by attnum) as counted
    from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    order by relname collate "C"`.execute(db);
  return rows;
}
