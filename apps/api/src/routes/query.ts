import { createRoute } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parseQuery } from '../params/parse-query.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { badRequest, overloaded, tooLarge } from '../schemas/problem-schema.ts';
import {
  answerSchema,
  arrivalsRequestSchema,
  arrivalsSchema,
  engineSchema,
  querySchema,
} from '../schemas/query-schemas.ts';
import { listArrivals } from '../services/list-arrivals.ts';

const query = createRoute({
  method: 'post',
  path: '/v1/query',
  tags: ['answers'],
  summary: 'Any question in one body, answered whole: what the dashboard asks where it holds no table',
  parameters: describeParams(asOfParams, { filter: false }),
  request: { body: { required: true, content: { 'application/json': { schema: querySchema } } } },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: answerSchema } } },
    ...badRequest,
    ...tooLarge,
    ...overloaded,
  },
});

const arrivals = createRoute({
  method: 'post',
  path: '/v1/arrivals',
  tags: ['answers'],
  summary: 'Which incidents have come into a list since a revision: what a reader of the list has not seen yet',
  request: { body: { required: true, content: { 'application/json': { schema: arrivalsRequestSchema } } } },
  responses: {
    200: { description: 'The arrivals', content: { 'application/json': { schema: arrivalsSchema } } },
    ...badRequest,
    ...tooLarge,
    ...overloaded,
  },
});

const engine = createRoute({
  method: 'get',
  path: '/v1/engine',
  tags: ['answers'],
  summary: 'What answers: the table in memory, or SQL in the database',
  parameters: describeParams(asOfParams, { filter: false }),
  responses: {
    200: { description: 'The engine', content: { 'application/json': { schema: engineSchema } } },
    ...badRequest,
  },
});

export function queryRoutes({ boundaries, engineReason, live, portfolio, store }: AppDeps): Api {
  const router = createRouter();
  // Only described, not validated by the library: it would read the body again and answer in its own words.
  router.openAPIRegistry.registerPath(query);
  router.post(query.path, async (c) => {
    parsePlain(c.req.url, asOfParams);
    const snapshot = c.get('snapshot');
    const body = readBody(c.get('body'), querySchema);
    const answer = await snapshot.engine.answer(parseQuery(body, snapshot.known, snapshot.engine));
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
  router.openAPIRegistry.registerPath(arrivals);
  router.post(arrivals.path, async (c) => {
    parsePlain(c.req.url, {});
    const snapshot = c.get('snapshot');
    const { filter, since, sort, within } = readBody(c.get('body'), arrivalsRequestSchema);
    const list = { filter: parseQuery({ filter }, snapshot.known, snapshot.engine).filter, sort };
    const deps = { store, boundaries, districts: portfolio.info.districts, snapshot };
    const answer = await listArrivals(deps, { ...list, ...(within && { within }) }, since);
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
  router.openapi(engine, (c) => {
    parsePlain(c.req.url, asOfParams);
    const { asOf, engine: present } = c.get('snapshot');
    const { kind, revision, incidents } = present;
    return c.json(
      {
        engine: kind,
        revision,
        incidents,
        reason: engineReason,
        asOf: asOf && { ...asOf, incidentsNow: live.current().engine.incidents },
      },
      200,
    );
  });
  return router;
}
