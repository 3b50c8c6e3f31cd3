import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { may } from '../access/permissions.ts';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { readIdempotencyKey } from '../middleware/idempotency-key.ts';
import { readIfMatch, versionEtag } from '../middleware/if-match.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import { incidentDetailSchema } from '../schemas/incident-schemas.ts';
import { badRequest, notFound, notModified, overloaded, stale } from '../schemas/problem-schema.ts';
import {
  bulkAnswerSchema,
  bulkSchema,
  editSchema,
  mergeSchema,
  newIncidentSchema,
  splitSchema,
  statusChangeSchema,
  unmergeSchema,
  versionSchema,
} from '../schemas/writing-schemas.ts';
import { changeStatus } from '../services/change-status.ts';
import { checkMayRead } from '../services/check-may-read.ts';
import { editIncident } from '../services/edit-incident.ts';
import { editMany } from '../services/edit-many.ts';
import { fileIncident } from '../services/file-incident.ts';
import { mergeRecords, unmergeRecords } from '../services/merge-records.ts';
import type { IncidentDetail } from '../services/show-incident.ts';
import { showVersion } from '../services/show-version.ts';
import { splitRecord } from '../services/split-record.ts';
import { bodyOf, etag, ifMatch, onceHeader, refused, refusedChange } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['writing'];
const id = z.string().openapi({ description: 'Id of the incident.' });

function detailOf(description: string) {
  return { description, headers: etag, content: { 'application/json': { schema: incidentDetailSchema } } };
}

const file = createRoute({
  method: 'post',
  path: '/v1/incidents',
  tags,
  summary: 'File a new incident; its status is `reported`',
  request: { headers: onceHeader, body: bodyOf(newIncidentSchema) },
  responses: { 201: detailOf('Filed'), ...refused },
});

const edit = createRoute({
  method: 'patch',
  path: '/v1/incidents/{id}',
  tags,
  summary: 'Change fields of an incident, each replaced whole',
  request: { params: z.object({ id }), headers: ifMatch, body: bodyOf(editSchema) },
  responses: { 200: detailOf('Changed, or as it was'), ...refusedChange },
});

const status = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/status',
  tags,
  summary: 'Give an incident another status, as the rules of the workflow allow',
  request: { params: z.object({ id }), headers: ifMatch, body: bodyOf(statusChangeSchema) },
  responses: { 200: detailOf('Changed'), ...refusedChange },
});

const bulk = createRoute({
  method: 'post',
  path: '/v1/incidents/bulk',
  tags,
  summary: 'The same changes to up to 500 incidents: all of them or none',
  request: { body: bodyOf(bulkSchema) },
  responses: {
    200: { description: 'Changed', content: { 'application/json': { schema: bulkAnswerSchema } } },
    ...refused,
    ...notFound,
    ...stale,
  },
});

const merge = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/merge',
  tags,
  summary: 'Merge doubles into an incident, which gets their sources and claims',
  request: { params: z.object({ id }), headers: ifMatch, body: bodyOf(mergeSchema) },
  responses: { 200: detailOf('Merged'), ...refusedChange },
});

const unmerge = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/unmerge',
  tags,
  summary: 'Let doubles count again; what came by the merge alone goes',
  request: { params: z.object({ id }), body: bodyOf(unmergeSchema) },
  responses: { 200: detailOf('Undone'), ...refused, ...notFound, ...stale },
});

const split = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/split',
  tags,
  summary: 'Make two incidents of one; merging undoes it',
  request: { params: z.object({ id }), headers: ifMatch, body: bodyOf(splitSchema) },
  responses: { 201: detailOf('The new one'), ...refusedChange },
});

const version = createRoute({
  method: 'get',
  path: '/v1/incidents/{id}/versions/{number}',
  tags: ['incidents'],
  summary: 'One version of an incident, whole',
  request: { params: z.object({ id, number: z.string().openapi({ description: 'Number of the version, from 1.' }) }) },
  responses: {
    200: { description: 'The version', content: { 'application/json': { schema: versionSchema } } },
    ...notModified,
    ...badRequest,
    ...notFound,
    ...overloaded,
  },
});

/** What changes incidents: before each stands the permission that it needs, and its body is taken already. */
export function incidentWritingRoutes(deps: AppDeps): Api {
  const { access, portfolio } = deps;
  const writing = { ...deps, info: portfolio.info };
  const router = createRouter();
  serve(router, file, async (c) => {
    parsePlain(c.req.url, {});
    const draft = readBody(c.get('body'), newIncidentSchema);
    return created(c, await fileIncident(writing, personOf(c), draft, readIdempotencyKey(c, 'incident.file', draft)));
  });
  serve(router, bulk, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await editMany(writing, personOf(c), readBody(c.get('body'), bulkSchema)), 200);
  });
  serve(router, edit, async (c) => {
    parsePlain(c.req.url, {});
    const person = personOf(c);
    const editor = { id: person.id, mayEditAll: may(person, 'incidents.edit', access.settings.mode) };
    const change = readBody(c.get('body'), editSchema);
    return changed(c, await editIncident(writing, editor, idOf(c), readIfMatch(c), change));
  });
  serve(router, status, async (c) => {
    parsePlain(c.req.url, {});
    const change = readBody(c.get('body'), statusChangeSchema);
    return changed(c, await changeStatus(writing, personOf(c), idOf(c), readIfMatch(c), change));
  });
  serve(router, merge, async (c) => {
    parsePlain(c.req.url, {});
    const { changes = {}, ...rest } = readBody(c.get('body'), mergeSchema);
    return changed(c, await mergeRecords(writing, personOf(c), idOf(c), readIfMatch(c), { ...rest, changes }));
  });
  serve(router, unmerge, async (c) => {
    parsePlain(c.req.url, {});
    return changed(c, await unmergeRecords(writing, personOf(c), idOf(c), readBody(c.get('body'), unmergeSchema)));
  });
  serve(router, split, async (c) => {
    parsePlain(c.req.url, {});
    const change = readBody(c.get('body'), splitSchema);
    return created(c, await splitRecord(writing, personOf(c), idOf(c), readIfMatch(c), change));
  });
  serve(router, version, async (c) => {
    parsePlain(c.req.url, {});
    const shown = await showVersion({ ...deps, snapshot: c.get('snapshot') }, idOf(c), c.req.param('number') ?? '');
    checkMayRead(c.get('person'), shown.incident.origin, deps.countedOnly);
    return c.json(shown, 200);
  });
  return router;
}

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? '';
}

function changed(c: Context<AppEnv>, detail: IncidentDetail): Response {
  return c.json(detail, 200, versionEtag(detail.version));
}

function created(c: Context<AppEnv>, detail: IncidentDetail): Response {
  return c.json(detail, 201, { ...versionEtag(detail.version), Location: `/v1/incidents/${detail.id}` });
}
