import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { feedSchema, feedsSchema } from '../schemas/feed-schemas.ts';
import { badRequest, conflict, notAllowed, notFound, overloaded, signInNeeded } from '../schemas/problem-schema.ts';
import { coveredSpans } from '../services/covered-spans.ts';
import { checkFeed, listFeeds } from '../services/list-feeds.ts';
import { KeptOrigins } from '../services/origin-facts.ts';
import { showOrigins } from '../services/show-origins.ts';
import { serve } from './serve.ts';

const tags = ['feeds'];
const refused = { ...badRequest, ...signInNeeded, ...notAllowed, ...overloaded };

const list = createRoute({
  method: 'get',
  path: '/v1/feeds',
  tags,
  summary: 'Watched sources and how fresh each is; origins of the records',
  responses: {
    200: { description: 'As of now', content: { 'application/json': { schema: feedsSchema } } },
    ...refused,
  },
});

const check = createRoute({
  method: 'post',
  path: '/v1/feeds/{id}/check',
  tags,
  summary: 'Have a source looked at as soon as may be',
  request: { params: z.object({ id: z.string().openapi({ description: 'Id of the source.' }) }) },
  responses: {
    202: { description: 'It is due now', content: { 'application/json': { schema: feedSchema } } },
    ...refused,
    ...notFound,
    ...conflict,
  },
});

export function feedRoutes(deps: AppDeps): Api {
  const origins = new KeptOrigins(deps.store);
  const router = createRouter();
  serve(router, list, async (c) => {
    parsePlain(c.req.url, {});
    const { revision } = c.get('snapshot');
    const now = Date.now();
    const [items, facts, failures] = await Promise.all([
      listFeeds(deps, now),
      origins.at(revision),
      deps.store.imports.failures(),
    ]);
    const shown = showOrigins({ facts, failures, named: deps.namedOrigins, ages: deps.originAges }, now);
    const covered = coveredSpans(facts, items, deps.portfolio.info.coverageNotes);
    return c.json({ items, origins: shown, covered }, 200);
  });
  serve(router, check, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await checkFeed(deps, c.req.param('id') ?? '', Date.now()), 202);
  });
  return router;
}
