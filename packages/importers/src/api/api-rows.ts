import { z } from 'zod';
import { ApiFault } from './api-fetch.ts';

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
/** A row as the source gives it, by its own columns. */
export type ApiRow = z.infer<typeof rowsSchema>[number];

/** What one answer gave. */
export interface ApiBatch<C> {
  readonly rows: readonly ApiRow[];
  /** Where to go on after it, kept with the rows, so that a broken reading becomes whole; of the last, where the next reading begins. */
  readonly cursor: C;
  /** Nothing more is to be read for now. */
  readonly isLast: boolean;
}

/** The rows of an answer, which must be flat objects. */
export function readApiRows(source: string, rows: unknown): readonly ApiRow[] {
  const result = rowsSchema.safeParse(rows);
  if (result.success) return result.data;
  throw new ApiFault('unexpected', `${source} answers something else than a list of rows`);
}

/** A source that gives one page for two would be read for ever. */
export function refuseRepetition(source: string, page: readonly ApiRow[], before: readonly ApiRow[]): void {
  if (page.length > 0 && JSON.stringify(page) === JSON.stringify(before)) {
    throw new ApiFault('unexpected', `${source} gives the same page twice`);
  }
}
