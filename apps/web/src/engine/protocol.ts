import type { ServerEngine } from '@corridor/api/src/schemas/query-schemas.ts';
import type { DimensionName, Query } from '@corridor/domain';
import type { Reply } from './question-desk.ts';

/** What the page asks of the worker that answers. Comlink carries each call as one message. */
export interface EngineHost {
  /**
   * Loads what answering needs, of now or of a moment; of now it follows the server from then on. Resolves when questions
   * can be answered; what an earlier call still loads of another moment is given up.
   */
  load(events: EngineEvents, asOf: string | null): Promise<void>;
  /** The replies, in the order of the questions. */
  answerAll(queries: readonly Query[]): Promise<readonly Reply[]>;
  /** Looks whether the server has something newer: after sleep, or when the network is back. */
  catchUp(): Promise<void>;
}

/** What the worker tells the page. */
export interface EngineEvents {
  /** What answers from now on: after the first part, after further parts, and after each change of the data. */
  info(info: EngineInfo): void;
  progress(progress: LoadProgress): void;
  /** What unfinished replies waited for is there, or why it will not come: they are to be asked again. */
  more(error: string | null): void;
  /** What answers is what the server had when it was asked last, not what an earlier visit left here. */
  inStep(): void;
  /** The server answers only those who are signed in, and nobody is. It is not followed until `load` is called again. */
  signInNeeded(): void;
}

export interface LoadProgress {
  /** Bytes of the incident table received so far, after decompression, and in all where that is known. */
  readonly received: number;
  readonly total: number | null;
  /** Incidents among them, and in all once that is known. */
  readonly rows: number;
  readonly totalRows: number | null;
}

export interface EngineInfo {
  readonly revision: number;
  /** How many incidents there are. */
  readonly incidents: number;
  /** How many of them answers count: the newest, while a large table is under way. */
  readonly loaded: number;
  readonly complete: boolean;
  /**
   * What answers: the table in this browser's memory, the server's database, or until the table is here the server, or
   * what an earlier visit kept of the same revision.
   */
  readonly engine: 'memory' | 'sql' | 'server' | 'kept';
  /** The moment of the records; null for now. */
  readonly moment: ShownMoment | null;
  /** ISO dates of the first and last incident; null in an empty table. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Every value that occurs, for pickers and suggestions. */
  readonly values: Readonly<Partial<Record<DimensionName, readonly string[]>>>;
}

/** A moment that records are shown of. */
export interface ShownMoment extends NonNullable<ServerEngine['asOf']> {
  /** What was asked for, as the view has it. */
  readonly asOf: string;
}
