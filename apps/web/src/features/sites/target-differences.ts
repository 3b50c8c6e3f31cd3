import type { Route, Site } from '@corridor/domain';
import { type FieldName, isFieldName } from '../../lib/target-fields.ts';

/** A field that two versions have differently; numbers of things for lists. */
export interface TargetDifference {
  readonly field: FieldName;
  readonly before: string | number;
  readonly after: string | number;
  /** What the numbers count. */
  readonly counts: 'points' | 'sources' | null;
}

/** What changed from one version of a site or route to the next. */
export function targetDifferences(before: Route | Site, after: Route | Site): readonly TargetDifference[] {
  const old: ReadonlyMap<string, unknown> = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]): TargetDifference[] => {
    const was = old.get(name);
    if (!isFieldName(name) || JSON.stringify(was) === JSON.stringify(value)) return [];
    const counts = name === 'line' ? 'points' : name === 'sources' ? 'sources' : null;
    return [{ field: name, before: shown(was), after: shown(value), counts }];
  });
}

function shown(value: unknown): string | number {
  if (Array.isArray(value)) return value.length;
  return value === null || value === undefined ? '' : String(value);
}
