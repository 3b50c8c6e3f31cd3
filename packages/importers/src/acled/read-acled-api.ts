import { z } from 'zod';
import { ApiFault, type ApiFetch, type Clock } from '../api/api-fetch.ts';
import { type ApiBatch, type ApiRow, mapApiRows, readApiRows, refuseRepetition } from '../api/api-rows.ts';
import type { ImportContext } from '../import-context.ts';
import { type AcledCredentials, createAcledSession } from './acled-session.ts';
import { acledId, mapAcled } from './map-acled.ts';

/** Where the reading stands; to be kept as JSON. Null begins at ACLED's first event. */
export const acledCursorSchema = z.strictObject({
  /** Events and deletions that ACLED changed from here on are asked for; seconds since 1970, 0 for all. */
  since: z.number().int().min(0),
  /** The latest change among the rows so far. */
  latest: z.number().int().min(0),
  /** What is read next: events first, then what was deleted. */
  part: z.enum(['read', 'deleted']),
  /** From 1. */
  page: z.number().int().min(1),
  /** Rows so far. */
  rows: z.number().int().min(0),
});
export type AcledCursor = z.infer<typeof acledCursorSchema>;

export interface AcledApiOptions {
  readonly credentials: AcledCredentials;
  /** As ACLED names it. */
  readonly country: string;
  readonly cursor: AcledCursor | null;
  readonly context: ImportContext;
  readonly clock: Clock;
  readonly address?: string;
  readonly tokenAddress?: string;
  readonly pageSize?: number;
}

const SOURCE = 'ACLED';
const answerSchema = z.object({ data: z.unknown() });

/**
 * The events of a country from ACLED's API, a batch for each page, with the user's own credentials. With the cursor of an
 * earlier reading it gives what was changed since, and the ids of what was deleted; a record's id stays the same. Throws an
 * ApiFault, after which the cursor of the last batch goes on where it stopped.
 */
export async function* readAcledApi(options: AcledApiOptions, fetch: ApiFetch): AsyncGenerator<ApiBatch<AcledCursor>> {
  const { context, clock, pageSize = 5_000 } = options;
  const { address = 'https://acleddata.com/api', tokenAddress = 'https://acleddata.com/oauth/token' } = options;
  const session = createAcledSession(tokenAddress, options.credentials, fetch, clock);
  let cursor: AcledCursor = options.cursor ?? { since: 0, latest: 0, part: 'read', page: 1, rows: 0 };
  let before: readonly ApiRow[] = [];
  for (let isLast = false; !isLast; ) {
    const answer = answerSchema.safeParse(
      await session.get(`${address}/${queryOf(cursor, options.country, pageSize)}`),
    );
    if (!answer.success) throw new ApiFault('unexpected', `${SOURCE} answers without data`);
    const page = readApiRows(SOURCE, answer.data.data);
    refuseRepetition(SOURCE, page, before);
    before = page;
    const isRead = cursor.part === 'read';
    const rows = isRead ? mapApiRows(SOURCE, page, cursor.rows, (row) => mapAcled(row, context)) : [];
    const deleted = isRead ? [] : page.map(({ event_id_cnty }) => acledId(String(event_id_cnty ?? '')));
    const isWhole = page.length < pageSize;
    isLast = isWhole && (!isRead || cursor.since === 0);
    cursor = nextCursor(cursor, page, isWhole, isLast);
    if (isWhole) before = [];
    yield { rows, deleted, cursor, isLast };
  }
}

function queryOf({ part, since, page }: AcledCursor, country: string, limit: number): string {
  const [table, column] = part === 'read' ? ['acled', 'timestamp'] : ['deleted', 'deleted_timestamp'];
  const where: Readonly<Record<string, string | number>> = {
    _format: 'json',
    ...(part === 'read' ? { country } : {}),
    ...(since === 0 ? {} : { [column]: since, [`${column}_where`]: '>=' }),
    limit,
    page,
  };
  const query = Object.entries(where).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${table}/read?${query.join('&')}`;
}

function nextCursor(cursor: AcledCursor, page: readonly ApiRow[], isWhole: boolean, isLast: boolean): AcledCursor {
  const column = cursor.part === 'read' ? 'timestamp' : 'deleted_timestamp';
  const latest = page.reduce((last, row) => Math.max(last, secondsOf(row[column])), cursor.latest);
  const rows = cursor.rows + (cursor.part === 'read' ? page.length : 0);
  if (isLast) return { since: latest, latest, part: 'read', page: 1, rows };
  if (isWhole) return { ...cursor, latest, part: 'deleted', page: 1, rows };
  return { ...cursor, latest, page: cursor.page + 1, rows };
}

function secondsOf(value: ApiRow[string] | undefined): number {
  const seconds = Number(value ?? 0);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 0;
}
