import type { RowIssue } from '@corridor/domain';
import { z } from 'zod';
import type { MappedRow } from '../import-context.ts';
import type { ImportedRow } from '../read-file.ts';
import type { SourceRow } from '../source-row.ts';
import { ApiFault } from './api-fetch.ts';

/** What one answer gave. `cursor` is where to go on after it: kept with the rows, it makes a broken reading whole. */
export interface ApiBatch<C> {
  readonly rows: readonly ImportedRow[];
  /** Ids of records that the source has taken back. */
  readonly deleted: readonly string[];
  readonly cursor: C;
  /** Nothing more is to be read for now. */
  readonly isLast: boolean;
}

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
export type ApiRow = z.infer<typeof rowsSchema>[number];

/** The rows of an answer, which must be flat objects. */
export function readApiRows(source: string, rows: unknown): readonly ApiRow[] {
  const result = rowsSchema.safeParse(rows);
  if (result.success) return result.data;
  throw new ApiFault('unexpected', `${source} answers something else than a list of rows`);
}

/** Rows as a CSV file of the source would have them, and the records that they make; numbers go on from `before`. */
export function mapApiRows(
  source: string,
  rows: readonly ApiRow[],
  before: number,
  map: (row: SourceRow) => MappedRow,
): readonly ImportedRow[] {
  return rows.map((row, index) => {
    const cells = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));
    const number = before + index + 1;
    const { record, issues } = map({ file: source, row: number, cells });
    return { row: number, record, issues: issues satisfies readonly RowIssue[] };
  });
}

/** A source that gives one page for two would be read for ever. */
export function refuseRepetition(source: string, page: readonly ApiRow[], before: readonly ApiRow[]): void {
  if (page.length > 0 && JSON.stringify(page) === JSON.stringify(before)) {
    throw new ApiFault('unexpected', `${source} gives the same page twice`);
  }
}
