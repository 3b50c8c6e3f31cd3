import { Problem } from '@corridor/domain';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { Lane } from '../load/lane.ts';
import { piecesOfBody } from '../middleware/take-bytes.ts';
import { describeParams } from '../params/describe-params.ts';
import { importListParams, importParams, uploadParams } from '../params/import-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { commitSchema, importSchema, importsSchema } from '../schemas/import-schemas.ts';
import { notFound } from '../schemas/problem-schema.ts';
import { showMapping } from '../services/imports/mappings.ts';
import { showImport, toImportSummary } from '../services/imports/show-import.ts';
import { writeIssues } from '../services/imports/write-issues.ts';
import { bodyOf, refused } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['imports'];
const byId = { params: z.object({ id: z.string().openapi({ description: 'Its number.' }) }) };
const one = (description: string) => ({ description, content: { 'application/json': { schema: importSchema } } });
const file = (type: string) => ({
  description: 'All of it',
  content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } },
});

const uploadRoute = createRoute({
  method: 'post',
  path: '/v1/imports',
  tags,
  summary: 'Upload a file of records: it is read and compared, and nothing of it is in the record yet',
  parameters: describeParams(uploadParams, { filter: false }),
  request: {
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: { 202: one('Being read: ask for it until its state is `reported`'), ...refused, ...notFound },
});

const listRoute = createRoute({
  method: 'get',
  path: '/v1/imports',
  tags,
  summary: 'What was imported, newest first',
  parameters: describeParams(importListParams, { filter: false }),
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: importsSchema } } },
    ...refused,
  },
});

const showRoute = createRoute({
  method: 'get',
  path: '/v1/imports/{id}',
  tags,
  summary: 'One import: what it would bring or brought, how far it is, and the first hundred issues',
  parameters: describeParams(importParams, { filter: false }),
  request: byId,
  responses: { 200: one('The import'), ...refused, ...notFound },
});

const issuesRoute = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/issues.csv',
  tags,
  summary: 'All that is to be said of the rows of an import',
  request: byId,
  responses: { 200: file('text/csv'), ...refused, ...notFound },
});

const mapRoute = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/map.geojson',
  tags,
  summary: 'Where the records would be: a point for each of up to 5000 distinct places',
  request: byId,
  responses: { 200: file('application/geo+json'), ...refused, ...notFound },
});

const commitRoute = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/commit',
  tags,
  summary: 'Bring in what was reported',
  request: { ...byId, body: bodyOf(commitSchema) },
  responses: { 202: one('Being brought in'), ...refused, ...notFound },
});

const VERBS = [
  ['cancel', 'Give up an import; what of it is in already is taken back'],
  ['undo', 'Take back all that an import brought, but for what people changed since'],
] as const;

const verbRoute = (verb: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/v1/imports/{id}/${verb}`,
    tags,
    summary,
    request: byId,
    responses: { 202: one('Under way'), ...refused, ...notFound },
  });

/** `takeSmallBody` takes the body of a commit. */
export function importRoutes({ imports, limits, store }: AppDeps, takeSmallBody: MiddlewareHandler<AppEnv>): Api {
  const router = createRouter();
  const uploads = new Lane({ atOnce: limits.uploads.atOnce, waiting: 0, longestWaitMs: 0 });
  serve(router, uploadRoute, async (c) => {
    const { mapping, name } = parsePlain(c.req.url, uploadParams);
    const saved = mapping === null ? null : await showMapping(store, mapping);
    const leave = await uploads.enter(c.req.raw.signal);
    try {
      const body = piecesOfBody(c.req.raw.body);
      const id = await imports.receive({ name, body, mapping: saved, by: personOf(c).id });
      return c.json(await showImport(store, id), 202, { Location: `/v1/imports/${id}` });
    } finally {
      leave();
    }
  });
  serve(router, listRoute, async (c) => {
    const batches = await store.imports.list(parsePlain(c.req.url, importListParams));
    return c.json({ items: batches.map(toImportSummary) }, 200);
  });
  serve(router, showRoute, async (c) => {
    const { issues } = parsePlain(c.req.url, importParams);
    return c.json(await showImport(store, idOf(c.req.param('id')), issues), 200);
  });
  serve(router, issuesRoute, async (c) => {
    parsePlain(c.req.url, {});
    const { id } = await showImport(store, idOf(c.req.param('id')));
    return c.body(ReadableStream.from(encoded(writeIssues(store.imports, id))), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="import-${id}-issues.csv"`,
    });
  });
  serve(router, mapRoute, async (c) => {
    parsePlain(c.req.url, {});
    const { id } = await showImport(store, idOf(c.req.param('id')));
    const features = await store.imports.features(id);
    return c.body(JSON.stringify({ type: 'FeatureCollection', features }), 200, {
      'Content-Type': 'application/geo+json',
    });
  });
  serve(router, commitRoute, takeSmallBody, async (c) => {
    parsePlain(c.req.url, {});
    const { duplicates } = readBody(c.get('body'), commitSchema);
    const id = idOf(c.req.param('id'));
    await imports.commit(id, personOf(c).id, duplicates === 'bring');
    return c.json(await showImport(store, id), 202);
  });
  for (const [verb, summary] of VERBS) {
    serve(router, verbRoute(verb, summary), async (c) => {
      parsePlain(c.req.url, {});
      const id = idOf(c.req.param('id'));
      await imports[verb](id, personOf(c).id);
      return c.json(await showImport(store, id), 202);
    });
  }
  return router;
}

/** Throws the Problem `not-found` for what is no number of an import. */
function idOf(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Problem('not-found', 'There is no such import.');
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
