import type { Draft, DraftChanges } from '@corridor/domain';
import { isSame } from './is-same.ts';

/** The fields of `after` that say something else than those of `before`, each whole. */
export function changedFields(before: Readonly<Record<string, unknown>>, after: Draft): DraftChanges {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(before[name], value)));
}
