import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { SOURCE_COLUMNS, type SourceContent, toSource } from './source-row.ts';
import type { CitedSource, SourceCitations, SourceQuery, StoredSource } from './store.ts';

interface SourceColumns extends SourceContent {
  readonly id: string;
  readonly version: number;
}

const CONTENT = sql.join(['source.id', 'source.version', ...SOURCE_COLUMNS].map((column) => sql.ref(column)));
const INCIDENTS = sql`(
  select count(distinct incident_id) from incident_source join incident on incident.id = incident_id
  where source_id = source.id and merged_into is null)`;
const SITES = sql`(select count(distinct site_id) from site_source where source_id = source.id)`;
const ORDER = sql`source.publisher collate "C", coalesce(source.date, 'infinity'), source.id`;

/** A page of the register: by publisher and date. With words a pass over all sources, else a look-up for each of the page. */
export async function readSources(
  db: Kysely<Schema>,
  { after, limit, words }: SourceQuery,
): Promise<readonly CitedSource[]> {
  const found = words.map(
    (word) => sql`strpos(lower(concat_ws(' ', source.publisher, source.title, source.url)), lower(${word})) > 0`,
  );
  const beyond = after
    ? [
        sql`(${ORDER}) > (${after.publisher}::text collate "C", coalesce(${after.date}::date, 'infinity'), ${after.id}::uuid)`,
      ]
    : [];
  const conditions = [sql`true`, ...found, ...beyond];
  const { rows } = await sql<SourceColumns & { incidents: number; sites: number }>`
    select ${CONTENT}, ${INCIDENTS} as incidents, ${SITES} as sites
    from source where ${sql.join(conditions, sql` and `)} order by ${ORDER} limit ${limit}`.execute(db);
  return rows.map(({ incidents, sites, ...columns }) => ({ ...toStored(columns), incidents, sites }));
}

/** Null for an unknown id. */
export async function readSource(db: Kysely<Schema>, id: string): Promise<StoredSource | null> {
  const { rows } = await sql<SourceColumns>`select ${CONTENT} from source where id = ${id}::uuid`.execute(db);
  const [columns] = rows;
  return columns ? toStored(columns) : null;
}

/** Ids of the records that cite a source: incidents that count, newest first, at most `limit`, and sites. */
export async function readCitations(db: Kysely<Schema>, id: string, limit: number): Promise<SourceCitations> {
  const { rows: incidents } = await sql<{ id: string }>`
    select id from incident
    where merged_into is null and exists (
      select from incident_source where incident_id = incident.id and source_id = ${id}::uuid)
    order by start_day desc, id limit ${limit}`.execute(db);
  const { rows: sites } = await sql<{ id: string }>`
    select id from site
    where exists (select from site_source where site_id = site.id and source_id = ${id}::uuid)
    order by position`.execute(db);
  return { incidents: incidents.map((row) => row.id), sites: sites.map((row) => row.id) };
}

function toStored({ id, version, ...content }: SourceColumns): StoredSource {
  return { id, version, source: toSource(content) };
}
