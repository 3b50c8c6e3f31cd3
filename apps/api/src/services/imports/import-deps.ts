import type { ImportCounts } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import type { ImportContext } from '@corridor/importers';
import type { Store } from '@corridor/store';
import type { ReadingContext } from './read-pieces.ts';

/** What reading and bringing in a file needs. */
export interface ImportDeps {
  readonly store: Store;
  readonly boundaries: Boundaries;
  readonly context: ImportContext;
  /** Which process works: another one's work is not touched. */
  readonly runner: string;
}

export const NO_COUNTS: ImportCounts = {
  new: 0,
  changed: 0,
  unchanged: 0,
  duplicate: 0,
  rejected: 0,
  conflict: 0,
  deleted: 0,
};

export function addCounts(one: ImportCounts, other: ImportCounts): ImportCounts {
  return {
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    duplicate: one.duplicate + other.duplicate,
    rejected: one.rejected + other.rejected,
    conflict: one.conflict + other.conflict,
    deleted: one.deleted + other.deleted,
  };
}

/** With the sites and routes that there are now. */
export async function readingContext({ context, store }: ImportDeps): Promise<ReadingContext> {
  const [sites, routes] = [await store.sites(), await store.routes()];
  return { ...context, targets: new Set([...sites, ...routes].map(({ id }) => id)) };
}
