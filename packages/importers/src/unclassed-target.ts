import type { RowIssue, TargetType } from '@corridor/domain';
import { issueAt, type SourceRow } from './source-row.ts';

/**
 * The target of a row whose source names none, or one that has no class of ours. `media-other` holds whatever has no class
 * of its own; that it was not stated is an issue, so that nobody takes it for what the source says.
 */
export function unclassedTarget(
  row: SourceRow,
  field: string,
  value: string,
  reason: string,
  issues: RowIssue[],
): TargetType {
  issues.push(issueAt(row, field, value, `${reason}: target type taken as media-other`));
  return 'media-other';
}
