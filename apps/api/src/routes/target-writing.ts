import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { readIdempotencyKey } from '../middleware/idempotency-key.ts';
import { readIfMatch, versionEtag } from '../middleware/if-match.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { badRequest, notFound, notModified, overloaded } from '../schemas/problem-schema.ts';
import {
  newRouteSchema,
  newSiteSchema,
  routeEditSchema,
  routeVersionsSchema,
  savedRouteSchema,
  savedSiteSchema,
  siteEditSchema,
  siteVersionsSchema,
} from '../schemas/target-schemas.ts';
import { showVersions } from '../services/show-target.ts';
import { createRoute as addRoute, createSite as addSite, editRoute, editSite } from '../services/write-targets.ts';
import { bodyOf, etag, ifMatch, onceHeader, refused, refusedChange } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['sites and routes'];
const params = z.object({ id: z.string().openapi({ description: 'Its id.' }) });

function saved<S extends z.ZodType>(description: string, schema: S) {
  return { description, headers: etag, content: { 'application/json': { schema } } };
}

const newSite = createRoute({
  method: 'post',
  path: '/v1/sites',
  tags,
  summary: 'Add a site',
  request: { headers: onceHeader, body: bodyOf(newSiteSchema) },
  responses: { 201: saved('Added', savedSiteSchema), ...refused },
});

const changedSite = createRoute({
  method: 'patch',
  path: '/v1/sites/{id}',
  tags,
  summary: 'Change fields of a site, each replaced whole',
  request: { params, headers: ifMatch, body: bodyOf(siteEditSchema) },
  responses: { 200: saved('Changed, or as it was', savedSiteSchema), ...refusedChange },
});

const newRoute = createRoute({
  method: 'post',
  path: '/v1/routes',
  tags,
  summary: 'Add a route',
  request: { headers: onceHeader, body: bodyOf(newRouteSchema) },
  responses: { 201: saved('Added', savedRouteSchema), ...refused },
});

const changedRoute = createRoute({
  method: 'patch',
  path: '/v1/routes/{id}',
  tags,
  summary: 'Change fields of a route, each replaced whole',
  request: { params, headers: ifMatch, body: bodyOf(routeEditSchema) },
  responses: { 200: saved('Changed, or as it was', savedRouteSchema), ...refusedChange },
});

const readable = { ...notModified, ...badRequest, ...notFound, ...overloaded };

const siteVersions = createRoute({
  method: 'get',
  path: '/v1/sites/{id}/versions',
  tags,
  summary: 'All versions of a site, whole, oldest first',
  request: { params },
  responses: {
    200: { description: 'The versions', content: { 'application/json': { schema: siteVersionsSchema } } },
    ...readable,
  },
});

const routeVersions = createRoute({
  method: 'get',
  path: '/v1/routes/{id}/versions',
  tags,
  summary: 'All versions of a route, whole, oldest first',
  request: { params },
  responses: {
    200: { description: 'The versions', content: { 'application/json': { schema: routeVersionsSchema } } },
    ...readable,
  },
});

export function targetWritingRoutes({ live, portfolio, store }: AppDeps): Api {
  const deps = { live, store, info: portfolio.info };
  const router = createRouter();
  serve(router, newSite, async (c) => {
    parsePlain(c.req.url, {});
    const site = readBody(c.get('body'), newSiteSchema);
    return created(c, 'sites', await addSite(deps, personOf(c).id, site, readIdempotencyKey(c, 'site.add', site)));
  });
  serve(router, changedSite, async (c) => {
    parsePlain(c.req.url, {});
    const change = readBody(c.get('body'), siteEditSchema);
    const site = await editSite(deps, personOf(c).id, c.req.param('id') ?? '', readIfMatch(c), change);
    return c.json(site, 200, versionEtag(site.version));
  });
  serve(router, newRoute, async (c) => {
    parsePlain(c.req.url, {});
    const route = readBody(c.get('body'), newRouteSchema);
    return created(c, 'routes', await addRoute(deps, personOf(c).id, route, readIdempotencyKey(c, 'route.add', route)));
  });
  serve(router, changedRoute, async (c) => {
    parsePlain(c.req.url, {});
    const change = readBody(c.get('body'), routeEditSchema);
    const route = await editRoute(deps, personOf(c).id, c.req.param('id') ?? '', readIfMatch(c), change);
    return c.json(route, 200, versionEtag(route.version));
  });
  serve(router, siteVersions, async (c) => {
    parsePlain(c.req.url, {});
    const versions = await store.siteVersions(c.req.param('id') ?? '');
    return c.json(await showVersions({ store, snapshot: c.get('snapshot') }, versions), 200);
  });
  serve(router, routeVersions, async (c) => {
    parsePlain(c.req.url, {});
    const versions = await store.routeVersions(c.req.param('id') ?? '');
    return c.json(await showVersions({ store, snapshot: c.get('snapshot') }, versions), 200);
  });
  return router;
}

function created(
  c: Context<AppEnv>,
  what: 'routes' | 'sites',
  target: { readonly id: string; readonly version: number },
): Response {
  return c.json(target, 201, { ...versionEtag(target.version), Location: `/v1/${what}/${target.id}` });
}
