import type { Filter } from '@corridor/domain';
import type { FilterClause } from './filter-clause.ts';
import type { SqlSnapshot } from './sql-snapshot.ts';
import type { Tallies } from './tallies.ts';

/** What the parts of an answer share. */
export interface Plan {
  readonly snapshot: SqlSnapshot;
  readonly filter: Filter;
  readonly clause: FilterClause;
  /** Asked for while planning, taken all at once before the parts are finished. */
  readonly tallies: Tallies;
}

/** A planned part of an answer: to be called when the tallies have been taken. */
export type Planned<Part> = () => Promise<Part>;
