import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { pageParams } from '../params/page-params.ts';
import { parseFiltered, parsePlain } from '../params/parse-request.ts';
import { incidentDetailSchema, incidentPageSchema } from '../schemas/incident-schemas.ts';
import { badRequest, notAllowed, notFound, notModified, overloaded } from '../schemas/problem-schema.ts';
import { checkMayRead } from '../services/check-may-read.ts';
import { listIncidents } from '../services/list-incidents.ts';
import { showIncident } from '../services/show-incident.ts';

const listParams = { ...pageParams, ...asOfParams };

const list = createRoute({
  method: 'get',
  path: '/v1/incidents',
  tags: ['incidents'],
  summary: 'Incidents that a filter matches, a page at a time',
  parameters: describeParams(listParams, { filter: true }),
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: incidentPageSchema } } },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

const show = createRoute({
  method: 'get',
  path: '/v1/incidents/{id}',
  tags: ['incidents'],
  summary: 'One incident with its sources, links to sites and routes, and versions',
  request: { params: z.object({ id: z.string().openapi({ description: 'Id of the incident.' }) }) },
  parameters: describeParams(asOfParams, { filter: false }),
  responses: {
    200: { description: 'The record', content: { 'application/json': { schema: incidentDetailSchema } } },
    ...notModified,
    ...badRequest,
    ...notAllowed,
    ...overloaded,
    ...notFound,
  },
});

export function incidentRoutes({ boundaries, countedOnly, store }: AppDeps): Api {
  const router = createRouter();
  router.openapi(list, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter, values } = parseFiltered(c.req.url, snapshot.known, listParams);
    return c.json(await listIncidents(snapshot, filter, values), 200);
  });
  router.openapi(show, async (c) => {
    parsePlain(c.req.url, asOfParams);
    const detail = await showIncident({ store, boundaries, snapshot: c.get('snapshot') }, c.req.param('id'));
    checkMayRead(c.get('person'), detail.origin, countedOnly);
    return c.json(detail, 200);
  });
  return router;
}
