import { inject } from 'vitest';
import { z } from 'zod';
import { type CsvTable, readCsv } from './read-csv.ts';

const counts = { matched: z.number(), located: z.number(), unlocated: z.number() };
const toll = z.object({ best: z.number() });

const incidentPage = z.object({
  ...counts,
  items: z.array(z.object({ id: z.string(), title: z.string() })),
});
const summary = z.object({
  ...counts,
  casualties: z.object({ killed: toll, wounded: toll, chineseKilled: toll, chineseWounded: toll }),
  groups: z.record(z.string(), z.array(z.object({ key: z.string().nullable(), count: z.number() }))),
  timeline: z.object({
    starts: z.array(z.string()),
    series: z.array(z.object({ key: z.string().nullable(), counts: z.array(z.number()) })),
  }),
});

/** Answers of the API to a filter, given as a query string without its `?`. */
export const askIncidents = (query: string) => ask('/v1/incidents', query, incidentPage);
export const askSummary = (query: string) => ask('/v1/summary', query, summary);

/** The rows of the API's CSV for a filter. */
export async function askCsv(query: string): Promise<CsvTable> {
  return readCsv(await (await get('/v1/incidents.csv', query)).text());
}

async function ask<T>(path: string, query: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await get(path, query)).json());
}

async function get(path: string, query: string): Promise<Response> {
  const response = await fetch(`${inject('serverUrl')}${path}?${query}`);
  if (!response.ok) throw new Error(`${path}?${query} answered ${response.status}: ${await response.text()}`);
  return response;
}
