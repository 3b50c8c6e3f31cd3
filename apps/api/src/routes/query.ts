import { createRoute } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parseQuery } from '../params/parse-query.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { badRequest, overloaded, tooLarge } from '../schemas/problem-schema.ts';
import { answerSchema, engineSchema, querySchema } from '../schemas/query-schemas.ts';

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

export function queryRoutes({ engineReason, live }: AppDeps): Api {
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
