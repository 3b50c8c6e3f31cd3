import { z } from 'zod';
import { ApiFault, type ApiFetch, type Clock } from '../api/api-fetch.ts';
import { type ApiBatch, type ApiRow, mapApiRows, readApiRows, refuseRepetition } from '../api/api-rows.ts';
import { askApi } from '../api/ask-api.ts';
import type { ImportContext } from '../import-context.ts';
import { mapUcdp } from './map-ucdp.ts';

/** Where the reading stands; to be kept as JSON. Null begins at the first page. */
export const ucdpCursorSchema = z.strictObject({
  version: z.string(),
  /** From 0. */
  page: z.number().int().min(0),
  /** Rows so far. */
  rows: z.number().int().min(0),
  isWhole: z.boolean(),
});
export type UcdpCursor = z.infer<typeof ucdpCursorSchema>;

export interface UcdpApiOptions {
  readonly token: string;
  /** `25.1` of GED, `25.0.10` of the monthly Candidate. */
  readonly version: string;
  /** Gleditsch and Ward's number. */
  readonly country: number;
  readonly cursor: UcdpCursor | null;
  readonly context: ImportContext;
  readonly clock: Clock;
  readonly address?: string;
  readonly pageSize?: number;
}

const SOURCE = 'UCDP';
const answerSchema = z.object({ NextPageUrl: z.string().nullish(), Result: z.unknown() });

/**
 * The events of a country from a release in UCDP's API, a batch for each page. A release never changes: a cursor at its end
 * gives nothing, one of another release begins anew, and records keep their ids from release to release. The address of the
 * next page is made here; the one that UCDP gives says only that there is one. Throws an ApiFault, after which the cursor
 * of the last batch goes on where it stopped.
 */
export async function* readUcdpApi(options: UcdpApiOptions, fetch: ApiFetch): AsyncGenerator<ApiBatch<UcdpCursor>> {
  const { version, country, context, pageSize = 1_000, address = 'https://ucdpapi.pcr.uu.se/api' } = options;
  const known = options.cursor?.version === version ? options.cursor : null;
  let cursor: UcdpCursor = known ?? { version, page: 0, rows: 0, isWhole: false };
  let before: readonly ApiRow[] = [];
  while (!cursor.isWhole) {
    const query = `pagesize=${pageSize}&page=${cursor.page}&Country=${country}`;
    const { page, isWhole } = await readPage(
      `${address}/gedevents/${encodeURIComponent(version)}?${query}`,
      options,
      fetch,
    );
    refuseRepetition(SOURCE, page, before);
    before = page;
    const rows = mapApiRows(SOURCE, page, cursor.rows, (row) => mapUcdp(row, context));
    cursor = { version, page: cursor.page + 1, rows: cursor.rows + page.length, isWhole };
    yield { rows, deleted: [], cursor, isLast: isWhole };
  }
}

async function readPage(
  address: string,
  { token, clock, version }: UcdpApiOptions,
  fetch: ApiFetch,
): Promise<{ readonly page: readonly ApiRow[]; readonly isWhole: boolean }> {
  const headers = { 'x-ucdp-access-token': token, accept: 'application/json' };
  const { status, value } = await askApi(SOURCE, address, { method: 'GET', headers }, fetch, clock);
  if (status === 401 || status === 403) throw new ApiFault('credentials', `${SOURCE} does not take the access token`);
  if (status === 404) throw new ApiFault('refused', `${SOURCE} has no release ${version}`);
  if (status < 200 || status >= 300) throw new ApiFault('refused', `${SOURCE} answers ${status}`);
  const answer = answerSchema.safeParse(value);
  if (!answer.success) throw new ApiFault('unexpected', `${SOURCE} answers without a result`);
  const page = readApiRows(SOURCE, answer.data.Result);
  return { page, isWhole: !answer.data.NextPageUrl || page.length === 0 };
}
