import type { ImportIssue } from '@corridor/store';
import type { Comparison } from './compare-imported.ts';

const LONGEST = 1_000;

/** What is said of parts that people and the source both changed: nothing of people's is overwritten. */
export function conflictIssues(row: number, { conflicts }: Comparison): readonly ImportIssue[] {
  return conflicts.map(({ field, imported, stands }) => ({
    kind: 'conflict',
    row,
    field,
    value: imported.slice(0, LONGEST),
    reason: `was changed by people and by the source since; it stays ${stands.slice(0, LONGEST)}`,
  }));
}
