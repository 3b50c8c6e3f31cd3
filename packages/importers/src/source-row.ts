import type { RowIssue } from '@corridor/domain';

/** A sheet of a workbook that goes on with the table of the sheets before it: its rows are counted on from theirs. */
export interface LaterSheet {
  readonly name: string;
  readonly rowsBefore: number;
}

/** A row of foreign data: its cells by column, and its number as a spreadsheet counts it (the header is row 1). */
export interface SourceRow {
  readonly file: string;
  readonly row: number;
  /** Of a row in the first sheet, or in a file without sheets, there is none. */
  readonly sheet?: LaterSheet;
  readonly cells: Readonly<Record<string, string>>;
}

/** An issue about one field of a row. */
export function issueAt(at: Omit<SourceRow, 'cells'>, field: string, value: string, reason: string): RowIssue {
  const { file, row } = at;
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return { file, row, field, value: shown, reason: inSheet(reason, at) };
}

/** A reason, with the place in its sheet of a row whose number does not say it. */
export function inSheet(reason: string, { row, sheet }: Pick<SourceRow, 'row' | 'sheet'>): string {
  return sheet ? `${reason} (row ${row - sheet.rowsBefore} of sheet “${sheet.name}”)` : reason;
}

const LONGEST = 1_000;
