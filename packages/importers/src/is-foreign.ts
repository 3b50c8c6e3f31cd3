import type { RowIssue } from '@corridor/domain';
import type { ImportContext } from './import-context.ts';
import { issueAt, type SourceRow } from './source-row.ts';

/** Whether a row is of another country than the portfolio's, by whichever of these columns it has; an issue if so. */
export function isForeign(
  row: SourceRow,
  columns: readonly string[],
  { countries }: ImportContext,
  issues: RowIssue[],
): boolean {
  if (countries === null) return false;
  // One name is written in one way throughout a file, mostly the portfolio's own.
  for (const column of columns) if (countries.has(row.cells[column] ?? '')) return false;
  const stated = columns.flatMap((column) => {
    const value = row.cells[column]?.trim() ?? '';
    return value === '' ? [] : [{ column, value }];
  });
  const [first] = stated;
  if (first && stated.some(({ value }) => countries.has(value.toLowerCase()))) return false;
  issues.push(
    issueAt(row, first?.column ?? columns[0] ?? '', first?.value ?? '', 'is not the country of the portfolio'),
  );
  return true;
}
