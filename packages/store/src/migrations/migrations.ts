import initial from './0001-initial.sql?raw';

/** One step of the schema. Its text never changes once it has been released: later changes are new migrations. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order. Imported as text, so that they are part of every bundle. */
export const MIGRATIONS: readonly Migration[] = [{ number: 1, name: 'initial', sql: initial }];
