import { createRoute } from '@hono/zod-openapi';
import { type Api, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { mapParams } from '../params/map-params.ts';
import { parseFiltered } from '../params/parse-request.ts';
import { summaryParams } from '../params/summary-params.ts';
import { binsSchema, summarySchema } from '../schemas/answer-schemas.ts';
import { badRequest, notModified, overloaded } from '../schemas/problem-schema.ts';
import { binIncidents } from '../services/bin-incidents.ts';
import { summarise } from '../services/summarise.ts';

const summary = createRoute({
  method: 'get',
  path: '/v1/summary',
  tags: ['answers'],
  summary: 'Totals, tolls, timeline and groups of what a filter matches',
  parameters: describeParams({ ...summaryParams, ...asOfParams }, { filter: true }),
  responses: {
    200: { description: 'The summary', content: { 'application/json': { schema: summarySchema } } },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

const bins = createRoute({
  method: 'get',
  path: '/v1/bins',
  tags: ['answers'],
  summary: 'What a filter matches, as cells of a map’s screen grid',
  parameters: describeParams({ ...mapParams, ...asOfParams }, { filter: true }),
  responses: {
    200: { description: 'Cells and areas', content: { 'application/json': { schema: binsSchema } } },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

export function summaryRoutes(): Api {
  const router = createRouter();
  router.openapi(summary, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter, values } = parseFiltered(c.req.url, snapshot.known, { ...summaryParams, ...asOfParams });
    return c.json(await summarise(snapshot, filter, values), 200);
  });
  router.openapi(bins, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter, values } = parseFiltered(c.req.url, snapshot.known, { ...mapParams, ...asOfParams });
    return c.json(await binIncidents(snapshot, filter, values), 200);
  });
  return router;
}
