import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { readIdempotencyKey } from '../middleware/idempotency-key.ts';
import { readIfMatch, versionEtag } from '../middleware/if-match.ts';
import { describeParams } from '../params/describe-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { sourceParams } from '../params/source-params.ts';
import { badRequest, notFound, notModified, overloaded } from '../schemas/problem-schema.ts';
import {
  newSourceSchema,
  savedSourceSchema,
  sourceDetailSchema,
  sourceEditSchema,
  sourcesSchema,
} from '../schemas/target-schemas.ts';
import { addSource, correctSource, listSources, showSource } from '../services/source-register.ts';
import { bodyOf, etag, ifMatch, onceHeader, refused, refusedChange } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['sources'];
const params = z.object({ id: z.string().openapi({ description: 'Its id.' }) });
const saved = (description: string) => ({
  description,
  headers: etag,
  content: { 'application/json': { schema: savedSourceSchema } },
});

const list = createRoute({
  method: 'get',
  path: '/v1/sources',
  tags,
  summary: 'The register of sources, by publisher and date, with how many records cite each',
  parameters: describeParams(sourceParams, { filter: false }),
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: sourcesSchema } } },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

const show = createRoute({
  method: 'get',
  path: '/v1/sources/{id}',
  tags,
  summary: 'One source, and the records that cite it',
  request: { params },
  responses: {
    200: { description: 'The source', content: { 'application/json': { schema: sourceDetailSchema } } },
    ...notModified,
    ...badRequest,
    ...notFound,
    ...overloaded,
  },
});

const add = createRoute({
  method: 'post',
  path: '/v1/sources',
  tags,
  summary: 'Add a source that no record cites yet',
  request: { headers: onceHeader, body: bodyOf(newSourceSchema) },
  responses: { 201: saved('Added'), ...refused },
});

const correct = createRoute({
  method: 'patch',
  path: '/v1/sources/{id}',
  tags,
  summary: 'Correct a source in every record that cites it, each of which gets a version',
  description: 'Where another source says the same already, the records cite that one, which is then the answer.',
  request: { params, headers: ifMatch, body: bodyOf(sourceEditSchema) },
  responses: { 200: saved('The source that stands'), ...refusedChange },
});

export function sourceRoutes(deps: AppDeps): Api {
  const router = createRouter();
  serve(router, list, async (c) => c.json(await listSources(deps, parsePlain(c.req.url, sourceParams)), 200));
  serve(router, show, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await showSource(deps, c.req.param('id') ?? ''), 200);
  });
  serve(router, add, async (c) => {
    parsePlain(c.req.url, {});
    const source = readBody(c.get('body'), newSourceSchema);
    const added = await addSource(deps, personOf(c).id, source, readIdempotencyKey(c, 'source.add', source));
    return c.json(added, 201, { ...versionEtag(added.version), Location: `/v1/sources/${added.id}` });
  });
  serve(router, correct, async (c) => {
    parsePlain(c.req.url, {});
    const change = readBody(c.get('body'), sourceEditSchema);
    const standing = await correctSource(deps, personOf(c).id, c.req.param('id') ?? '', readIfMatch(c), change);
    return c.json(standing, 200, {
      ...versionEtag(standing.version),
      'Content-Location': `/v1/sources/${standing.id}`,
    });
  });
  return router;
}
