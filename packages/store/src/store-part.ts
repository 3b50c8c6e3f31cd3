import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a part of the store beside the records is made with. */
export interface StorePart {
  readonly db: Kysely<Schema>;
  /** Runs work on the database and says in the store's words what goes wrong. */
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  /** As `ask`, where there is space for what is written: about as many bytes of JSON, by default an entry of the audit trail. */
  readonly write: <T>(work: () => Promise<T>, bytes?: number) => Promise<T>;
}
