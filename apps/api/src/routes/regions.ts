import { createRoute } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parseFiltered } from '../params/parse-request.ts';
import { regionsSchema } from '../schemas/answer-schemas.ts';
import { badRequest, notModified, overloaded } from '../schemas/problem-schema.ts';
import { compareRegions } from '../services/compare-regions.ts';

const regions = createRoute({
  method: 'get',
  path: '/v1/regions',
  tags: ['answers'],
  summary: 'Provinces and districts: incidents, deaths, and the change against the period before',
  parameters: describeParams(asOfParams, { filter: true }),
  responses: {
    200: { description: 'All regions', content: { 'application/json': { schema: regionsSchema } } },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

export function regionRoutes({ portfolio }: AppDeps): Api {
  return createRouter().openapi(regions, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter } = parseFiltered(c.req.url, snapshot.known, asOfParams);
    return c.json(await compareRegions(snapshot, filter, portfolio.info), 200);
  });
}
