import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { readIdempotencyKey } from '../middleware/idempotency-key.ts';
import { versionEtag } from '../middleware/if-match.ts';
import { describeParams } from '../params/describe-params.ts';
import { draftParams } from '../params/draft-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import {
  dismissSchema,
  draftDetailSchema,
  draftSchema,
  draftsSchema,
  linkSchema,
  pastedSchema,
  pasteSchema,
} from '../schemas/draft-schemas.ts';
import { incidentDetailSchema } from '../schemas/incident-schemas.ts';
import {
  badRequest,
  notAllowed,
  notFound,
  notReady,
  overloaded,
  signInNeeded,
  stale,
} from '../schemas/problem-schema.ts';
import { newIncidentSchema } from '../schemas/writing-schemas.ts';
import { dismissDraft, fileDraft, linkDraft } from '../services/decide-draft.ts';
import { pasteArticle } from '../services/paste-article.ts';
import { listDrafts, showDraft } from '../services/show-draft.ts';
import { bodyOf, etag, onceHeader, refused } from './describe-writing.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['drafts'];
const params = z.object({ id: z.string().openapi({ description: 'Id of the draft.' }) });
const asked = { ...badRequest, ...signInNeeded, ...notAllowed, ...overloaded };

function answerOf<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } };
}
const record = (description: string) => ({ ...answerOf(description, incidentDetailSchema), headers: etag });

const list = createRoute({
  method: 'get',
  path: '/v1/drafts',
  tags,
  summary: 'What was read out of articles, newest first',
  parameters: describeParams(draftParams, { filter: false }),
  responses: { 200: answerOf('A page', draftsSchema), ...asked },
});

const show = createRoute({
  method: 'get',
  path: '/v1/drafts/{id}',
  tags,
  summary: 'A draft with its article, its evidence, and the records that may tell of the same',
  request: { params },
  responses: { 200: answerOf('The draft', draftDetailSchema), ...asked, ...notFound },
});

const paste = createRoute({
  method: 'post',
  path: '/v1/drafts',
  tags,
  summary: 'Hand in an article, by its text or its address; the same again makes nothing new',
  request: { body: bodyOf(pasteSchema) },
  responses: { 201: answerOf('Read', pastedSchema), 200: answerOf('Known', pastedSchema), ...refused, ...notReady },
});

const file = createRoute({
  method: 'post',
  path: '/v1/drafts/{id}/file',
  tags,
  summary: 'File what was made of a draft, as `POST /v1/incidents` does',
  request: { params, headers: onceHeader, body: bodyOf(newIncidentSchema) },
  responses: { 201: record('Filed'), ...refused, ...notFound },
});

const link = createRoute({
  method: 'post',
  path: '/v1/drafts/{id}/link',
  tags,
  summary: 'Add the article of a draft to the sources of a record',
  request: { params, body: bodyOf(linkSchema) },
  responses: { 200: record('Linked'), ...refused, ...notFound, ...stale },
});

const dismiss = createRoute({
  method: 'post',
  path: '/v1/drafts/{id}/dismiss',
  tags,
  summary: 'Dismiss a draft, with a reason',
  request: { params, body: bodyOf(dismissSchema) },
  responses: { 200: answerOf('Dismissed', draftSchema), ...refused, ...notFound },
});

export function draftRoutes(deps: AppDeps): Api {
  const { boundaries, portfolio, store } = deps;
  const writing = { ...deps, info: portfolio.info };
  const router = createRouter();
  serve(router, list, async (c) => {
    const { cursor, kind = null, limit, status } = parsePlain(c.req.url, draftParams);
    const state = status === 'all' ? null : status;
    return c.json(await listDrafts(store, { state, kind, after: cursor, limit }), 200);
  });
  serve(router, show, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await showDraft({ store, boundaries, snapshot: c.get('snapshot') }, idOf(c)), 200);
  });
  serve(router, paste, async (c) => {
    parsePlain(c.req.url, {});
    const pasted = await pasteArticle(deps, personOf(c), readBody(c.get('body'), pasteSchema));
    return c.json(pasted, pasted.isNew ? 201 : 200);
  });
  serve(router, file, async (c) => {
    parsePlain(c.req.url, {});
    const draft = readBody(c.get('body'), newIncidentSchema);
    const once = readIdempotencyKey(c, `draft.file ${idOf(c)}`, draft);
    const detail = await fileDraft(writing, personOf(c), idOf(c), draft, once);
    return c.json(detail, 201, { ...versionEtag(detail.version), Location: `/v1/incidents/${detail.id}` });
  });
  serve(router, link, async (c) => {
    parsePlain(c.req.url, {});
    const { incident } = readBody(c.get('body'), linkSchema);
    const detail = await linkDraft(writing, personOf(c), idOf(c), incident);
    return c.json(detail, 200, versionEtag(detail.version));
  });
  serve(router, dismiss, async (c) => {
    parsePlain(c.req.url, {});
    const { reason } = readBody(c.get('body'), dismissSchema);
    return c.json(await dismissDraft(store, personOf(c), idOf(c), reason), 200);
  });
  return router;
}

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? '';
}
