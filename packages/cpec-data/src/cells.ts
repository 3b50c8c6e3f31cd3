import { parseDay, type RowIssue } from '@corridor/domain';
import { z } from 'zod';
import type { CsvRow } from './read-csv.ts';

/** Schemas of single cells. Their messages follow the name of the field: "killed must be a whole number …". */
export const textCell = z.string().transform((text) => text.trim());

export const requiredCell = textCell.refine((text) => text !== '', 'must not be blank');

/** Several texts with `;` between; blanks and repetitions are dropped. */
export const listCell = z.string().transform((text) => [
  ...new Set(
    text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]);

export const dateCell = z
  .string()
  .refine((text) => parseDay(text) !== null, 'must be an existing date, written YYYY-MM-DD');

export const optionalDateCell = z
  .string()
  .refine((text) => text === '' || parseDay(text) !== null, 'must be an existing date, written YYYY-MM-DD, or blank')
  .transform((text) => (text === '' ? null : text));

const MAX_COUNT = 1_000_000;

/** A count; blank is unknown, never 0. */
export const countCell = z
  .string()
  .refine(
    (text) => /^\d{0,7}$/.test(text) && Number(text) <= MAX_COUNT,
    `must be a whole number from 0 to ${MAX_COUNT}, or blank`,
  )
  .transform((text) => (text === '' ? null : Number(text)));

export const numberCell = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,9})?$/, 'must be a decimal number')
  .transform(Number);

export const optionalNumberCell = z
  .string()
  .regex(/^(\d{1,9}(\.\d{1,9})?)?$/, 'must be a decimal number of 0 or more, or blank')
  .transform((text) => (text === '' ? null : Number(text)));

/** A cell that holds one of a few codes. */
export function codeCell<const T extends readonly string[]>(codes: T) {
  return z.enum(codes, { error: `must be one of: ${codes.join(', ')}` });
}

/** Reads a row's cells by a schema; each faulty cell becomes an issue, and null is returned if there is any. */
export function readCells<T>(row: CsvRow, schema: z.ZodType<T>, issues: RowIssue[]): T | null {
  const result = schema.safeParse(row.cells);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? '');
    issues.push(issueAt(row, field, row.cells[field] ?? '', message));
  }
  return null;
}

/** An issue about one field of a row. */
export function issueAt(
  { file, row }: Pick<CsvRow, 'file' | 'row'>,
  field: string,
  value: string,
  reason: string,
): RowIssue {
  return { file, row, field, value, reason };
}
