import { mappingSchema } from '@corridor/importers';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { Lane } from '../load/lane.ts';
import { takeBytes } from '../middleware/take-bytes.ts';
import { describeParams } from '../params/describe-params.ts';
import { guessParams } from '../params/import-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { guessSchema, savedMappingSchema, savedMappingsSchema } from '../schemas/import-schemas.ts';
import { notFound } from '../schemas/problem-schema.ts';
import { guessFromBeginning } from '../services/imports/guess-from-beginning.ts';
import { deleteMapping, saveMapping, showMapping } from '../services/imports/mappings.ts';
import { bodyOf, refused } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

/** Of a file that is to be guessed at: its beginning is enough, but of a workbook all of it. */
const GUESSED_BYTES = 8 * 1024 * 1024;

const tags = ['imports'];
const byName = { params: z.object({ name: z.string().openapi({ description: 'The mapping’s name.' }) }) };
const one = (description: string) => ({ description, content: { 'application/json': { schema: savedMappingSchema } } });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/import-mappings',
  tags,
  summary: 'Saved mappings of tables to records, by name',
  responses: {
    200: { description: 'All', content: { 'application/json': { schema: savedMappingsSchema } } },
    ...refused,
  },
});

const showRoute = createRoute({
  method: 'get',
  path: '/v1/import-mappings/{name}',
  tags,
  summary: 'One saved mapping',
  request: byName,
  responses: { 200: one('The mapping'), ...refused, ...notFound },
});

const saveRoute = createRoute({
  method: 'put',
  path: '/v1/import-mappings/{name}',
  tags,
  summary: 'Save a mapping under its name, in place of one that was there',
  request: { ...byName, body: bodyOf(mappingSchema) },
  responses: { 200: one('Saved'), ...refused },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/v1/import-mappings/{name}',
  tags,
  summary: 'Forget a saved mapping; what was imported by it stays',
  request: byName,
  responses: { 204: { description: 'Forgotten' }, ...refused, ...notFound },
});

const guessRoute = createRoute({
  method: 'post',
  path: '/v1/import-mappings/guess',
  tags,
  summary:
    'Guess a mapping from the beginning of a file, up to 8 MiB of it (a workbook: all of it): to be shown and corrected',
  parameters: describeParams(guessParams, { filter: false }),
  request: {
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: { 200: { description: 'A guess', content: { 'application/json': { schema: guessSchema } } }, ...refused },
});

/** `takeSmallBody` takes the mappings. */
export function importMappingRoutes({ limits, store }: AppDeps, takeSmallBody: MiddlewareHandler<AppEnv>): Api {
  const router = createRouter();
  const lane = new Lane({ atOnce: limits.uploads.atOnce, waiting: 0, longestWaitMs: 0 });
  serve(router, listRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.json({ items: await store.imports.mappings() }, 200);
  });
  serve(router, showRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await showMapping(store, c.req.param('name') ?? ''), 200);
  });
  serve(router, saveRoute, takeSmallBody, async (c) => {
    parsePlain(c.req.url, {});
    const mapping = readBody(c.get('body'), mappingSchema);
    return c.json(await saveMapping(store, c.req.param('name') ?? '', mapping, personOf(c).id), 200);
  });
  serve(router, deleteRoute, async (c) => {
    parsePlain(c.req.url, {});
    await deleteMapping(store, c.req.param('name') ?? '');
    return c.body(null, 204);
  });
  serve(router, guessRoute, async (c) => {
    const { name } = parsePlain(c.req.url, guessParams);
    const leave = await lane.enter(c.req.raw.signal);
    try {
      return c.json(await guessFromBeginning(name, await takeBytes(c.req.raw.body, GUESSED_BYTES)), 200);
    } finally {
      leave();
    }
  });
  return router;
}
