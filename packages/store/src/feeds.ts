import type { Span } from '@corridor/domain';

/** Why an attempt failed, or what a successful one left out. `at` is an ISO instant in UTC. */
export interface SourceFault {
  readonly at: string;
  readonly reason: string;
}

/** What is known of a watched source from watching it. Instants are ISO text in UTC. */
export interface WatchedState {
  readonly id: string;
  readonly dueAt: string;
  readonly attemptedAt: string | null;
  readonly succeededAt: string | null;
  /** What the source gave, to be asked whether it changed; '' asks for all of it. */
  readonly etag: string;
  readonly lastModified: string;
  /** Attempts that failed since the last one that did not. */
  readonly failures: number;
  /** The last ones, newest first. */
  readonly faults: readonly SourceFault[];
  /** Articles or records that came of it. */
  readonly rows: number;
  readonly lastRecordAt: string | null;
  /** When the first of its articles was read. */
  readonly firstReadAt: string | null;
  /** The usual time between its articles, of the last thirty; null for fewer than two. */
  readonly usualGapHours: number | null;
}

/** How an attempt to look at a source went. */
export interface SourceAttempt {
  readonly succeeded: boolean;
  /** Null leaves them as they are. */
  readonly validators: { readonly etag: string; readonly lastModified: string } | null;
  /** Why it failed, or what it left out. */
  readonly reasons: readonly string[];
  /** Articles or records that came of it now. */
  readonly rows: number;
  /** ISO instant of the newest of them; null where none has one. */
  readonly lastRecordAt: string | null;
  readonly nextInSeconds: number;
}

/** What of the records came from one origin. */
export interface OriginState {
  readonly origin: string;
  readonly rows: number;
  /** The day on which its oldest record begins. */
  readonly firstDay: string;
  /** The day on which its newest record begins. */
  readonly lastDay: string;
  /** The last day that one of them reaches. */
  readonly lastEnd: string;
  /** The revision that last wrote one of them. */
  readonly revision: number;
  /** From the first day of the month in which a record begins to that of the one in which it ends, each such pair once. */
  readonly months: readonly Span[];
}

/** What is known of watched sources, and of where records come from. None of it is part of a record or takes a revision. */
export interface Feeds {
  /** Knows sources from now on; those seen for the first time are due at once. */
  know(ids: readonly string[]): Promise<void>;
  /** Of each id that is known. */
  states(ids: readonly string[]): Promise<ReadonlyMap<string, WatchedState>>;
  /** Which of the sources are due, longest first. */
  due(ids: readonly string[]): Promise<readonly string[]>;
  /** Makes a source due now; false for an unknown one. */
  makeDue(id: string): Promise<boolean>;
  /** Keeps how an attempt went, and when the next one is due. */
  noteAttempt(id: string, attempt: SourceAttempt): Promise<void>;

  /**
   * Whether `holder` is the one that watches, for so many seconds from now. Of several processes one at a time is; another
   * takes over when it lets go or its time runs out.
   */
  holdWatch(holder: string, seconds: number): Promise<boolean>;
  releaseWatch(holder: string): Promise<void>;

  /** Where the records that count came from, by origin: neither merged nor retracted ones. A pass over all incidents. */
  origins(): Promise<readonly OriginState[]>;
}
