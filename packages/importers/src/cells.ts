import type { RowIssue } from '@corridor/domain';
import { MAX_TOLL, parseDay } from '@corridor/domain';
import { issueAt, type SourceRow } from './source-row.ts';

/** Why a cell cannot be taken. Its reason follows the name of the field: "fatalities must be a whole number …". */
export class CellFault {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Reads the text of a cell; undefined where the row has no such column. A row is read in a few microseconds this way, by zod in tens. */
export type CellReader<T> = (text: string | undefined) => T | CellFault;

const MISSING = new CellFault('is a column that the file does not have');
const BLANK = new CellFault('must not be blank');

export const textCell: CellReader<string> = (text) => text?.trim() ?? MISSING;

/** A text that older versions of a format do not have. */
export const optionalTextCell = (text: string | undefined): string => text?.trim() ?? '';

export const requiredCell: CellReader<string> = (text) => (text === undefined ? MISSING : text.trim() || BLANK);

/** Several texts with `;` between; blanks and repetitions are dropped. */
export const listCell = (text: string | undefined): readonly string[] => partsOf(text ?? '');

export function partsOf(text: string, separator = ';'): readonly string[] {
  if (text === '') return [];
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length < 2 ? parts : [...new Set(parts)];
}

/** Spreadsheets write whole numbers with a decimal point at times. */
const COUNT = /^\d{1,7}(\.0+)?$/;
const NO_COUNT = new CellFault(`must be a whole number from 0 to ${MAX_TOLL}, or blank`);

/** A count; blank is unknown, never 0. */
export const countCell: CellReader<number | null> = (text) => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : (countOf(trimmed) ?? NO_COUNT);
};

/** Null for what is no whole number from 0 to MAX_TOLL. */
export function countOf(text: string): number | null {
  const count = COUNT.test(text) ? Number(text) : Number.NaN;
  return count <= MAX_TOLL ? count : null;
}

const NO_DEGREES = new CellFault('must be a number of decimal degrees, or blank');

/** A position in degrees; blank is unknown. */
export const degreesCell: CellReader<number | null> = (text) => {
  if (text === undefined) return MISSING;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[+-]?\d{1,3}(\.\d{1,17})?$/.test(trimmed) ? Number(trimmed) : NO_DEGREES;
};

const NO_DATE = new CellFault('must be an existing date, written YYYY-MM-DD');

export const isoDateCell: CellReader<string> = (text) => {
  if (text === undefined) return MISSING;
  return parseDay(text) === null ? NO_DATE : text;
};

/** A cell that holds one of a few codes. */
export function codeCell<const T extends string>(codes: readonly T[]): CellReader<T> {
  const known = new Map<string, T>(codes.map((code) => [code, code]));
  const fault = new CellFault(`must be one of: ${codes.join(', ')}`);
  return (text) => (text === undefined ? MISSING : (known.get(text.trim()) ?? fault));
}

/** Reads the cells of a row that have a reader; each faulty cell becomes an issue, and null is returned if there is any. */
export type RowReader<T> = (row: SourceRow, issues: RowIssue[]) => T | null;

export type RowOf<Reader> = Reader extends RowReader<infer T> ? T : never;

export function rowReader<T extends object>(readers: { readonly [K in keyof T]: CellReader<T[K]> }): RowReader<T> {
  const columns = Object.entries<CellReader<unknown>>(readers);
  return (row, issues) => {
    const found: Record<string, unknown> = {};
    const before = issues.length;
    for (const [column, read] of columns) {
      const text = row.cells[column];
      const value = read(text);
      if (value instanceof CellFault) issues.push(issueAt(row, column, text ?? '', value.reason));
      else found[column] = value;
    }
    return issues.length === before ? asRow<T>(found) : null;
  };
}

/** Every column of T was read by the reader that has its type. */
function asRow<T>(found: Record<string, unknown>): T {
  return found as T;
}
