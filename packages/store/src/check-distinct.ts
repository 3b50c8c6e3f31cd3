import { StoreError } from './store-error.ts';

/** Throws StoreError `invalid-record` when an incident's id is given twice in one write. */
export function checkDistinct(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new StoreError('invalid-record', `incident ${id} is given twice`);
    seen.add(id);
  }
}
