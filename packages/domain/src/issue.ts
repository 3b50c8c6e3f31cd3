/** Why a row of foreign data was refused or only partly taken. Rows are counted from 1, header included. */
export interface RowIssue {
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** One line for logs and reports. */
export function formatIssue({ file, row, field, value, reason }: RowIssue): string {
  const shown = value.length > 60 ? `${value.slice(0, 57)}...` : value;
  const where = field === '' ? `row ${row}` : `row ${row}, ${field}`;
  return `${file} ${where}: ${reason} (got ${JSON.stringify(shown)})`;
}
