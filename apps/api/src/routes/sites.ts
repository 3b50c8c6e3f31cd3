import { type Filter, Problem } from '@corridor/domain';
import type { Store } from '@corridor/store';
import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parseFiltered } from '../params/parse-request.ts';
import { routeDetailSchema, routesSchema, siteDetailSchema, sitesSchema } from '../schemas/portfolio-schemas.ts';
import { badRequest, notFound, notModified, overloaded } from '../schemas/problem-schema.ts';
import { countNear } from '../services/count-near.ts';
import { versionAt } from '../services/show-target.ts';
import type { Snapshot } from '../snapshot.ts';

const parameters = describeParams({}, { filter: true });
const request = { params: z.object({ id: z.string().openapi({ description: 'Its id.' }) }) };
const errors = { ...notModified, ...badRequest, ...overloaded };

const sites = createRoute({
  method: 'get',
  path: '/v1/sites',
  tags: ['sites and routes'],
  summary: 'Project sites, with counts of the filter’s incidents',
  parameters,
  responses: { 200: { description: 'All sites', content: { 'application/json': { schema: sitesSchema } } }, ...errors },
});

const routes = createRoute({
  method: 'get',
  path: '/v1/routes',
  tags: ['sites and routes'],
  summary: 'Corridor routes, with counts of the filter’s incidents',
  parameters,
  responses: {
    200: { description: 'All routes', content: { 'application/json': { schema: routesSchema } } },
    ...errors,
  },
});

const site = createRoute({
  method: 'get',
  path: '/v1/sites/{id}',
  tags: ['sites and routes'],
  summary: 'One site, with counts of the filter’s incidents',
  request,
  parameters,
  responses: {
    200: { description: 'Facts and counts', content: { 'application/json': { schema: siteDetailSchema } } },
    ...errors,
    ...notFound,
  },
});

const route = createRoute({
  method: 'get',
  path: '/v1/routes/{id}',
  tags: ['sites and routes'],
  summary: 'One route, with counts of the filter’s incidents',
  request,
  parameters,
  responses: {
    200: { description: 'Facts and counts', content: { 'application/json': { schema: routeDetailSchema } } },
    ...errors,
    ...notFound,
  },
});

export function siteRoutes({ store }: AppDeps): Api {
  const router = createRouter();
  router.openapi(sites, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter } = parseFiltered(c.req.url, snapshot.known, asOfParams);
    return c.json(await listWithCounts(snapshot, filter, 'site', snapshot.sites), 200);
  });
  router.openapi(routes, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter } = parseFiltered(c.req.url, snapshot.known, asOfParams);
    return c.json(await listWithCounts(snapshot, filter, 'route', snapshot.routes), 200);
  });
  router.openapi(site, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter } = parseFiltered(c.req.url, snapshot.known, asOfParams);
    return c.json(await showWithCounts(store, snapshot, filter, 'site', snapshot.sites, c.req.param('id')), 200);
  });
  router.openapi(route, async (c) => {
    const snapshot = c.get('snapshot');
    const { filter } = parseFiltered(c.req.url, snapshot.known, asOfParams);
    return c.json(await showWithCounts(store, snapshot, filter, 'route', snapshot.routes, c.req.param('id')), 200);
  });
  return router;
}

async function listWithCounts<T extends { readonly id: string }>(
  snapshot: Snapshot,
  filter: Filter,
  by: 'site' | 'route',
  items: readonly T[],
) {
  const { near, revision } = await countNear(
    snapshot,
    filter,
    by,
    items.map(({ id }) => id),
  );
  const counts = [...near].map(([id, { inside, possible, aimed }]) => ({ id, inside, possible, aimed }));
  return { items, counts, revision };
}

async function showWithCounts<T extends { readonly id: string }>(
  store: Store,
  snapshot: Snapshot,
  filter: Filter,
  by: 'site' | 'route',
  items: readonly T[],
  wanted: string,
) {
  const item = items.find(({ id }) => id === wanted);
  if (item === undefined) throw new Problem('not-found', `There is no ${by} with this id.`);
  const { near, revision } = await countNear(snapshot, filter, by, [wanted]);
  const version = await versionAt(store, by, wanted, snapshot);
  return { ...item, incidents: near.get(wanted), asOf: revision, version };
}
