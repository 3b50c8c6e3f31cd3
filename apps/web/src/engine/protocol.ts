import type { Answer, DimensionName, Query } from '@corridor/domain';

/** What the page asks of the worker that holds the incident table. Comlink carries each call as one message. */
export interface EngineHost {
  /** Loads the table and the geography from the API; resolves when queries can be answered. */
  load(onProgress: (progress: LoadProgress) => void): Promise<EngineInfo>;
  answer(query: Query): Answer;
}

export interface LoadProgress {
  /** Bytes of the incident table received so far, and in all where the server says so. */
  readonly received: number;
  readonly total: number | null;
}

export interface EngineInfo {
  readonly revision: number;
  readonly incidents: number;
  /** ISO dates of the first and last incident; null in an empty table. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Every value that occurs, for pickers and suggestions. */
  readonly values: Readonly<Partial<Record<DimensionName, readonly string[]>>>;
}
