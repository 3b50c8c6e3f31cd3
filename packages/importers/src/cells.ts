import type { RowIssue } from '@corridor/domain';
import { MAX_TOLL } from '@corridor/domain';
import { z } from 'zod';
import { issueAt, type SourceRow } from './source-row.ts';

/** Schemas of single cells. Their messages follow the name of the field: "fatalities is a whole number …". */
export const textCell = z.string().trim();

/** A text that older versions of a format do not have. */
export const optionalTextCell = textCell.default('');

export const requiredCell = textCell.min(1, 'must not be blank');

/** Several texts with `;` between; blanks and repetitions are dropped. */
export const listCell = z
  .string()
  .default('')
  .transform((text) => partsOf(text));

export function partsOf(text: string, separator = ';'): readonly string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ];
}

/** Spreadsheets write whole numbers with a decimal point at times. */
const COUNT = /^\d{1,7}(\.0+)?$/;

/** A count; blank is unknown, never 0. */
export const countCell = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    if (COUNT.test(text) && Number(text) <= MAX_TOLL) return Number(text);
    context.addIssue(`is a whole number from 0 to ${MAX_TOLL}, or blank`);
    return z.NEVER;
  });

/** A position in degrees; blank is unknown. */
export const degreesCell = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null;
    if (/^[+-]?\d{1,3}(\.\d{1,17})?$/.test(text)) return Number(text);
    context.addIssue('is a number of decimal degrees, or blank');
    return z.NEVER;
  });

/** A cell that holds one of a few codes. */
export function codeCell<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.enum(codes, { error: `is one of: ${codes.join(', ')}` });
}

/** Reads a row's cells by a schema; each faulty cell becomes an issue, and null is returned if there is any. */
export function readCells<T>(row: SourceRow, schema: z.ZodType<T>, issues: RowIssue[]): T | null {
  const result = schema.safeParse(row.cells);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? '');
    const value = row.cells[field];
    issues.push(issueAt(row, field, value ?? '', value === undefined ? 'column is missing' : message));
  }
  return null;
}
