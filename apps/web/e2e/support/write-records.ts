import type { Page } from 'playwright-core';
import { z } from 'zod';

const detailSchema = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  sources: z.array(z.unknown()),
});
type Detail = z.infer<typeof detailSchema>;

/** Asks as another program of whoever is signed in, without the page; cookies are of a host, whatever its port. */
export async function send(page: Page, method: string, url: string, body?: object, version?: number): Promise<unknown> {
  const response = await page.context().request.fetch(url, {
    method,
    headers: { Origin: new URL(url).origin, ...(version && { 'If-Match': `"${version}"` }) },
    ...(body && { data: body }),
  });
  return response.json();
}

export const sourceOf = (host: string) => ({
  publisher: host,
  title: `Report of ${host}`,
  url: `https://${host}.example/report`,
  date: null,
  grade: null,
  basedOn: '',
});

/** Files an incident of the given day with one source, through the server with that address; `more` replaces fields of it. */
export async function fileIncident(
  page: Page,
  serverUrl: string,
  title: string,
  day: string,
  more: object = {},
): Promise<Detail> {
  const casualties = { killed: null, wounded: null, abducted: null, attackersKilled: null };
  return detailSchema.parse(
    await send(page, 'POST', `${serverUrl}/v1/incidents`, {
      ...{ title, summary: '', eventType: 'Battles', subEventType: 'Armed clash' },
      ...{ occurred: { start: day, end: day, precision: 'day' }, actors: [], target: '' },
      ...{ targetType: 'convoy', casualties: { ...casualties, chineseKilled: null, chineseWounded: null }, claims: [] },
      place: { name: '', province: null, district: null, latitude: null, longitude: null, precision: 'country' },
      ...{ sources: [sourceOf('first')], grade: { reliability: 'B', credibility: '2' }, targetedSites: [] },
      ...{ projectSite: '', notes: '', summarisesDay: false },
      ...more,
    }),
  );
}

/** Replaces fields of a record that stands at `version`. */
export async function changeIncident(page: Page, serverUrl: string, was: Detail, changes: object): Promise<Detail> {
  const body = { reason: 'Another report', changes };
  return detailSchema.parse(await send(page, 'PATCH', `${serverUrl}/v1/incidents/${was.id}`, body, was.version));
}

/** Takes a record back that stands at `version`. */
export async function retractIncident(page: Page, serverUrl: string, was: Detail): Promise<Detail> {
  const body = { to: 'retracted', reason: 'It did not happen' };
  return detailSchema.parse(await send(page, 'POST', `${serverUrl}/v1/incidents/${was.id}/status`, body, was.version));
}
