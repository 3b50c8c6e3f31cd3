import type { RowIssue } from '@corridor/domain';

/** A row of foreign data: its cells by column, and its number as a spreadsheet counts it (the header is row 1). */
export interface SourceRow {
  readonly file: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** An issue about one field of a row. */
export function issueAt(
  { file, row }: Pick<SourceRow, 'file' | 'row'>,
  field: string,
  value: string,
  reason: string,
): RowIssue {
  return { file, row, field, value: value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value, reason };
}

const LONGEST = 1_000;
