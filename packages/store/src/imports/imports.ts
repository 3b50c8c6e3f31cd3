import type { ImportCounts, ImportIssueKind, ImportState, Incident, IncidentSummary } from '@corridor/domain';
import type { JsonObject } from '../audit/canonical-json.ts';
import type { StoredIncident } from '../store.ts';

export interface NewImport {
  readonly file: string;
  readonly size: number;
  /** By which a table is read, and its name where it was saved under one. */
  readonly mapping: JsonObject | null;
  readonly mappingName: string | null;
  /** What its mapping says that its records are of; of other files that is known once they are read. */
  readonly origins: readonly string[];
  readonly by: string;
  /** The process that works on it. */
  readonly runner: string;
}

/** Instants are ISO texts in UTC. */
export interface ImportBatch extends NewImport {
  readonly id: number;
  /** SHA-256 in hex of all of the file; null until it was read. */
  readonly digest: string | null;
  /** Empty until it was read. */
  readonly format: string;
  readonly startedAt: string;
  readonly state: ImportState;
  /** When the state began, and when its runner was last heard of. */
  readonly stateAt: string;
  readonly beatAt: string;
  readonly bytesDone: number;
  /** Of the file; of what came in, what was taken back or left alone, once that began. */
  readonly rowsDone: number;
  readonly counts: ImportCounts;
  readonly bringsDuplicates: boolean;
  readonly fault: string;
}

/** What changes of a batch while it is worked on. */
export interface ImportProgress {
  readonly bytesDone: number;
  readonly rowsDone: number;
  readonly counts: ImportCounts;
  /** Of the records that were read so far. */
  readonly origins: readonly string[];
}

export interface ImportReport extends ImportProgress {
  readonly format: string;
  readonly digest: string;
  /** GeoJSON features of what would come, bounded by whoever makes them. */
  readonly features: readonly JsonObject[];
}

export interface ImportIssue {
  readonly kind: ImportIssueKind;
  /** As a spreadsheet counts: the header is row 1. Rows of the later sheets of a workbook are counted on. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

export interface StoredImportIssue extends ImportIssue {
  /** To read on after. */
  readonly position: number;
}

/** What is known of an incident when a file brings it again. */
export interface StandingIncident extends StoredIncident {
  /** What the last import that counts said of it, else what it was when it was first written. */
  readonly base: Incident;
  /** Whether it was created by an import that was undone, and nobody has touched it since. */
  readonly withdrawn: boolean;
  /** Whether others are merged into it. */
  readonly hasDoubles: boolean;
}

/** The last import of an origin that was not given up by somebody, where it failed. */
export interface ImportFailure {
  readonly origin: string;
  readonly id: number;
  /** ISO instant. */
  readonly at: string;
  readonly fault: string;
}

/** A record that a batch brings, or takes back because its source did. */
export interface BroughtRecord {
  readonly row: number;
  readonly imported: Incident;
  /** What is to stand; null to write nothing and only keep what the file said. */
  readonly record: Incident | null;
}

/** What one piece of a file comes to. */
export interface ImportDecision {
  readonly brought: readonly BroughtRecord[];
  readonly issues: readonly ImportIssue[];
  readonly counts: ImportCounts;
}

/** What is known of a piece's ids. */
export interface KnownOfPiece {
  /** Of which the file says what it, or another one, said last: see `Imports.repeated`. */
  readonly repeated: ReadonlySet<string>;
  /** What stands of the others. */
  readonly standing: ReadonlyMap<string, StandingIncident>;
  /** Those that were reported as doubles. */
  readonly doubles: ReadonlySet<string>;
}

/** One piece of a file, brought in as one transaction: one revision where anything is written. */
export interface ImportPiece {
  readonly batch: number;
  readonly by: string;
  readonly reason: string;
  /** What the file says of records, and the ids of all that the piece may write. */
  readonly records: readonly Incident[];
  readonly ids: readonly string[];
  /** Done with this piece. */
  readonly bytesDone: number;
  readonly rowsDone: number;
  /** Must be quick: every writer waits. */
  readonly decide: (known: KnownOfPiece) => ImportDecision;
}

/** A record in search of its doubles. Days are ISO dates. */
export interface Searching {
  readonly id: string;
  readonly origin: string;
  readonly start: string;
  readonly end: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly province: string | null;
}

export interface SavedMapping {
  readonly name: string;
  readonly mapping: JsonObject;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** What was brought in from files, and how. Every method rejects with a StoreError, `alone` also with what its work throws. */
export interface Imports {
  /**
   * Runs work that one at a time does under a name in this database, whichever process: null, and it is not begun, where
   * another is at it. Takes a connection for as long; a process that ends, however it does, frees the name.
   */
  alone<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | null>;
  /** Begins a batch in the state `reading`, and gives its id. */
  begin(batch: NewImport): Promise<number>;
  byId(id: number): Promise<ImportBatch | null>;
  /** Newest first: those before the id `before`, at most `limit`. */
  list(range: { readonly before: number | null; readonly limit: number }): Promise<readonly ImportBatch[]>;
  /** Those in which a process works, or worked when it ended. */
  running(): Promise<readonly ImportBatch[]>;
  /** Of each origin whose last import failed. One that was committed since, also if it was undone, ends it. */
  failures(): Promise<readonly ImportFailure[]>;
  /** A committed batch of a file with the same content; null where there is none. */
  committedWith(digest: string): Promise<ImportBatch | null>;

  /**
   * Gives a batch that is in one of `from` the state `to`, and its runner; false where it is in another. Committing begins
   * the counts anew.
   */
  move(
    id: number,
    from: readonly ImportState[],
    to: ImportState,
    change: { readonly runner: string; readonly fault?: string; readonly bringsDuplicates?: boolean },
  ): Promise<boolean>;
  /** Takes over a batch whose runner was not heard of for `silentMs`; false where it was, or the state is another. */
  takeOver(id: number, state: ImportState, runner: string, silentMs: number): Promise<boolean>;
  /** Says how far reading has come; false where the batch is not, or no longer, being read by this runner. */
  progress(id: number, runner: string, progress: ImportProgress): Promise<boolean>;
  /** Ends reading: what the file would bring. False as `progress`. */
  report(id: number, runner: string, report: ImportReport): Promise<boolean>;

  addIssues(id: number, issues: readonly ImportIssue[]): Promise<void>;
  issues(
    id: number,
    range: { readonly after: number; readonly limit: number; readonly kind?: ImportIssueKind },
  ): Promise<readonly StoredImportIssue[]>;
  addDoubles(id: number, incidentIds: readonly string[]): Promise<void>;
  /** GeoJSON features of what would come. */
  features(id: number): Promise<readonly JsonObject[]>;

  /**
   * Ids of the records of which their source said the same last, to the letter: nothing is to be done, whatever people did
   * with them since. Not among them is what was brought and taken back.
   */
  repeated(records: readonly Incident[]): Promise<ReadonlySet<string>>;
  /** What stands of the ids, by id. */
  standing(ids: readonly string[]): Promise<ReadonlyMap<string, StandingIncident>>;
  /**
   * For each record what stands of other origins in its days (and `daysApart` before and after) and about there, the nearest
   * days first, at most `limit`. A look-up for each record.
   */
  neighbours(
    searching: readonly Searching[],
    bounds: { readonly daysApart: number; readonly limit: number },
  ): Promise<ReadonlyMap<string, readonly IncidentSummary[]>>;

  /** Brings in a piece; null, and nothing is written, where the batch is not, or no longer, being committed by `runner`. */
  bring(piece: ImportPiece, runner: string): Promise<{ readonly revision: number } | null>;
  /**
   * Takes back what a batch brought, at most `limit` records with an id above `after`, in one transaction: a record that it
   * created is retracted, one that it changed is again as before, and one that somebody changed since stays as it is and
   * becomes an issue `kept`. Gives the last id, or null where there was none left.
   */
  takeBack(
    id: number,
    change: { readonly by: string; readonly reason: string; readonly after: string; readonly limit: number },
  ): Promise<string | null>;

  mappings(): Promise<readonly SavedMapping[]>;
  mapping(name: string): Promise<SavedMapping | null>;
  saveMapping(name: string, mapping: JsonObject, by: string): Promise<void>;
  /** False where there is none. */
  deleteMapping(name: string): Promise<boolean>;
}
