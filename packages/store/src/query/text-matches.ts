import { sql } from 'kysely';
import { toPrefixQuery } from '../projection/search-words.ts';
import { type Database, readState } from './sql-snapshot.ts';

/** Keys, ascending, of the incidents that a text search finds, as of a revision. */
export interface TextMatches {
  readonly revision: number;
  readonly keys: Uint32Array;
}

/** Finds the incidents in which each word of `text` begins a word: all for a text without a word. */
export async function readTextMatches(snapshot: Database, text: string): Promise<TextMatches> {
  const query = toPrefixQuery(text);
  const { rows } = await sql<{ keys: number[] | null }>`
    select array_agg(key order by key) as keys from incident_text
    where ${query === null ? sql`true` : sql`words @@ ${query}::tsquery`}`.execute(snapshot);
  const { revision } = await readState(snapshot);
  return { revision, keys: Uint32Array.from(rows[0]?.keys ?? []) };
}
