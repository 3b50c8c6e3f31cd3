import { z } from 'zod';
import { ApiFault, type ApiFetch, type Clock } from '../api/api-fetch.ts';
import { type ApiBatch, type ApiRow, readApiRows, refuseRepetition } from '../api/api-rows.ts';
import { askApi } from '../api/ask-api.ts';

/** Of the rows: those of UCDP GED and of the Candidate. */
export const UCDP_API_COLUMNS: readonly string[] = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id', 'conflict_new_id'],
  ...['conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id', 'side_a_new_id', 'side_a'],
  ...[
    'side_b_dset_id',
    'side_b_new_id',
    'side_b',
    'number_of_sources',
    'source_article',
    'source_office',
    'source_date',
  ],
  ...['source_headline', 'source_original', 'where_prec', 'where_coordinates', 'where_description', 'adm_1', 'adm_2'],
  ...['latitude', 'longitude', 'geom_wkt', 'priogrid_gid', 'country', 'iso3', 'country_id', 'region', 'event_clarity'],
  ...[
    'date_prec',
    'date_start',
    'date_end',
    'deaths_a',
    'deaths_b',
    'deaths_civilians',
    'deaths_unknown',
    'best',
    'high',
  ],
  ...['low', 'gwnoa', 'gwnob'],
];

/** Where the reading stands; to be kept as JSON. Null begins at the first page. */
export const ucdpCursorSchema = z.strictObject({
  version: z.string(),
  /** From 0. */
  page: z.number().int().min(0),
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
  readonly clock: Clock;
  readonly address?: string;
  readonly pageSize?: number;
}

const SOURCE = 'UCDP';
const answerSchema = z.object({ NextPageUrl: z.string().nullish(), Result: z.unknown() });

/**
 * The events of a country from a release in UCDP's API, a batch for each page. A release never changes, so that its pages
 * are the same ones each time: a cursor at its end gives nothing, one of another release begins anew, and records keep their
 * ids from release to release. The address of the next page is made here; the one that UCDP gives says only that there is
 * one. Throws an ApiFault, after which the cursor of the last batch goes on where it stopped.
 */
export async function* readUcdpApi(options: UcdpApiOptions, fetch: ApiFetch): AsyncGenerator<ApiBatch<UcdpCursor>> {
  const { version, country, pageSize = 1_000, address = 'https://ucdpapi.pcr.uu.se/api' } = options;
  const known = options.cursor?.version === version ? options.cursor : null;
  let cursor: UcdpCursor = known ?? { version, page: 0, isWhole: false };
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
    cursor = { version, page: cursor.page + 1, isWhole };
    yield { rows: page, cursor, isLast: isWhole };
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
