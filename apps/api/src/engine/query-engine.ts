import type { Answer, DayNumber, DimensionName, Filter, OriginTest, Query, Sort, Totals } from '@corridor/domain';
import type { IncidentTable } from '@corridor/incident-table';
import type { IncidentTexts, TextMatches } from '@corridor/store';
import type { KeySet } from './keys-of-origins.ts';

/**
 * What answers every question of the API: the table in memory, or SQL in the database. Both give the same answers.
 * What it says of itself is as of `revision`; each answer states the revision it was computed at.
 */
export interface QueryEngine {
  readonly kind: EngineKind;
  readonly revision: number;
  /** How many incidents there are. */
  readonly incidents: number;
  /** As IncidentTable has them. */
  readonly firstDay: DayNumber | null;
  readonly lastDay: DayNumber | null;

  /** What it answers from; null where that is the database. */
  readonly table: IncidentTable | null;

  /** Every known value of a dimension, whether it occurs or not. */
  values(dimension: DimensionName): readonly string[];

  answer(query: Query): Promise<Answer>;

  /** Everything that matches, in order: for exports. What has an origin that `leaveOut` means is counted and not given. */
  match(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<Matches>;

  /** The same as rows of a table. Rejects with the Problem `too-large` where they cannot be held. */
  matchTable(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<MatchedTable>;

  /** Which incidents have an origin that is meant; null for none. Asked of the store once for each state. */
  keysOf(isMeant: OriginTest): Promise<KeySet | null>;

  /** Keys, ascending, of the incidents in which each word of `text` begins a word. */
  textMatches(text: string): Promise<TextMatches>;

  /** In the order of `keys`; unknown ones are left out. */
  texts(keys: readonly number[]): Promise<IncidentTexts>;
}

export type EngineKind = 'memory' | 'sql';

export interface Matches {
  readonly revision: number;
  readonly totals: Totals;
  /** How many of the matched are not given, for their origin. */
  readonly leftOut: number;
  /** As many ids as `totals.matched` less those left out, or the iteration fails. */
  readonly ids: AsyncIterable<readonly string[]>;
}

export interface MatchedTable {
  readonly table: IncidentTable;
  readonly totals: Totals;
  readonly leftOut: number;
  readonly rows: Uint32Array;
}
