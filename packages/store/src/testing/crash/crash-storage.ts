import type { RecordModel } from './record-model.ts';

/** Where a store is, as `openStore` takes it. */
export interface StorePlace {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
}

/** A database to be crashed, and what is in it. */
export interface CrashedDatabase {
  readonly place: StorePlace;
  readonly model: RecordModel;
  remove(): Promise<void>;
}

/** Makes databases of one kind. */
export interface CrashStorage {
  /** Nothing at all. */
  nothing(): Promise<CrashedDatabase>;
  /** The present schema, and no record. */
  empty(): Promise<CrashedDatabase>;
  /** Records in an older schema, by the number of its last migration. */
  old(migrations: number): Promise<CrashedDatabase>;
  /** To be awaited after a writer was killed: until nobody works for it any more. */
  settled(place: StorePlace): Promise<void>;
  /** Of a database that has one: kills the server as a process, and starts it again. */
  readonly server: { kill(): Promise<void>; start(): Promise<void> } | null;
  remove(): Promise<void>;
}
