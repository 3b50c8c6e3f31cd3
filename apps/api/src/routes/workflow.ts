import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { describeParams } from '../params/describe-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { doublesParams, placeTextParam, queueParams } from '../params/queue-params.ts';
import { readBody } from '../params/read-body.ts';
import {
  badRequest,
  conflict,
  notAllowed,
  notFound,
  overloaded,
  signInNeeded,
  tooLarge,
} from '../schemas/problem-schema.ts';
import {
  apartSchema,
  assigneesSchema,
  assignmentSchema,
  commentSchema,
  discussionSchema,
  doublesSchema,
  duplicatesRequestSchema,
  duplicatesSchema,
  placesSchema,
  queueSchema,
  shownCommentSchema,
} from '../schemas/workflow-schemas.ts';
import { assign, comment, listAssignees, setApart, showDiscussion } from '../services/discuss-incident.ts';
import { findFiling } from '../services/edit-incident.ts';
import { findDuplicates } from '../services/find-duplicates.ts';
import { Gazetteer } from '../services/find-places.ts';
import { listDoubles } from '../services/list-doubles.ts';
import { showQueue } from '../services/show-queue.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['workflow'];
const refused = { ...badRequest, ...signInNeeded, ...notAllowed, ...overloaded };
const byId = { params: z.object({ id: z.string().openapi({ description: 'Id of the incident.' }) }) };

function answerOf<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } };
}
function bodyOf<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

const discussion = createRoute({
  method: 'get',
  path: '/v1/incidents/{id}/discussion',
  tags,
  summary: 'What was said of an incident, who works on it, who watches it',
  request: byId,
  responses: { 200: answerOf('The discussion', discussionSchema), ...refused, ...notFound },
});

const commenting = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/comments',
  tags,
  summary: 'Say something of an incident, for ever',
  request: { ...byId, body: bodyOf(commentSchema) },
  responses: { 201: answerOf('Said', shownCommentSchema), ...refused, ...notFound, ...tooLarge },
});

const assigning = createRoute({
  method: 'put',
  path: '/v1/incidents/{id}/assignee',
  tags,
  summary: 'Give an incident to somebody who works on it, or to nobody',
  request: { ...byId, body: bodyOf(assignmentSchema) },
  responses: { 200: answerOf('The discussion', discussionSchema), ...refused, ...notFound, ...conflict, ...tooLarge },
});

const watching = createRoute({
  method: 'put',
  path: '/v1/incidents/{id}/watch',
  tags,
  summary: 'Watch an incident',
  request: byId,
  responses: { 204: { description: 'Watched' }, ...refused, ...notFound },
});

const unwatching = createRoute({
  method: 'delete',
  path: '/v1/incidents/{id}/watch',
  tags,
  summary: 'Watch an incident no more',
  request: byId,
  responses: { 204: { description: 'Not watched' }, ...refused, ...notFound },
});

const assignees = createRoute({
  method: 'get',
  path: '/v1/assignees',
  tags,
  summary: 'Who can be given incidents',
  responses: { 200: answerOf('By name', assigneesSchema), ...refused },
});

const queue = createRoute({
  method: 'get',
  path: '/v1/queue',
  tags,
  summary: 'What is to be looked at: neither confirmed nor retracted nor merged',
  parameters: describeParams(queueParams, { filter: false }),
  responses: { 200: answerOf('A page', queueSchema), ...refused },
});

const duplicates = createRoute({
  method: 'post',
  path: '/v1/duplicates',
  tags,
  summary: 'Records that may tell of the same event as a draft, best first',
  request: { body: bodyOf(duplicatesRequestSchema) },
  responses: { 200: answerOf('At most five', duplicatesSchema), ...refused, ...tooLarge },
});

const doubles = createRoute({
  method: 'get',
  path: '/v1/duplicates',
  tags,
  summary: 'Pairs of records that may tell of one event, from the newest back, likeliest first',
  parameters: describeParams(doublesParams, { filter: false }),
  responses: { 200: answerOf('As far as one answer looks', doublesSchema), ...refused },
});

const apart = createRoute({
  method: 'post',
  path: '/v1/incidents/{id}/apart',
  tags,
  summary: 'Say that two incidents are two events, so that they are not proposed as doubles again, or take that back',
  request: { ...byId, body: bodyOf(apartSchema) },
  responses: { 204: { description: 'Kept in mind' }, ...refused, ...notFound, ...tooLarge },
});

const places = createRoute({
  method: 'get',
  path: '/v1/places',
  tags,
  summary: 'Places, districts and sites by the beginnings of their names',
  parameters: describeParams({ q: placeTextParam }, { filter: false }),
  responses: { 200: answerOf('At most ten', placesSchema), ...refused },
});

export function workflowRoutes({ boundaries, portfolio, store }: AppDeps): Api {
  const gazetteer = new Gazetteer(portfolio);
  const router = createRouter();
  serve(router, discussion, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await showDiscussion(store, idOf(c), c.get('person')), 200);
  });
  serve(router, commenting, async (c) => {
    parsePlain(c.req.url, {});
    const { text } = readBody(c.get('body'), commentSchema);
    return c.json(await comment(store, idOf(c), personOf(c), text), 201);
  });
  serve(router, assigning, async (c) => {
    parsePlain(c.req.url, {});
    const { person } = readBody(c.get('body'), assignmentSchema);
    await assign(store, idOf(c), person, personOf(c));
    return c.json(await showDiscussion(store, idOf(c), personOf(c)), 200);
  });
  serve(router, watching, async (c) => {
    parsePlain(c.req.url, {});
    await findFiling({ store }, idOf(c));
    await store.discussion.watch(idOf(c), personOf(c).id);
    return c.body(null, 204);
  });
  serve(router, unwatching, async (c) => {
    parsePlain(c.req.url, {});
    await findFiling({ store }, idOf(c));
    await store.discussion.unwatch(idOf(c), personOf(c).id);
    return c.body(null, 204);
  });
  serve(router, assignees, async (c) => {
    parsePlain(c.req.url, {});
    return c.json({ items: await listAssignees(store) }, 200);
  });
  serve(router, queue, async (c) => {
    const { after, assignee, limit, order, status, watching: own } = parsePlain(c.req.url, queueParams);
    const person = personOf(c);
    const request = { order, statuses: status, limit, after };
    const who = { assignee: assignee === 'me' ? person.id : assignee === 'none' ? null : undefined };
    return c.json(await showQueue(store, person, { ...request, ...who, watcher: own && person.id }), 200);
  });
  serve(router, duplicates, async (c) => {
    parsePlain(c.req.url, {});
    const { draft, except } = readBody(c.get('body'), duplicatesRequestSchema);
    const snapshot = c.get('snapshot');
    return c.json({ items: await findDuplicates({ store, boundaries, snapshot }, draft, except) }, 200);
  });
  serve(router, doubles, async (c) => {
    const choice = parsePlain(c.req.url, doublesParams);
    return c.json(await listDoubles({ store, boundaries, snapshot: c.get('snapshot') }, choice), 200);
  });
  serve(router, apart, async (c) => {
    parsePlain(c.req.url, {});
    const { apart: isApart, other } = readBody(c.get('body'), apartSchema);
    await setApart(store, [idOf(c), other], isApart, personOf(c));
    return c.body(null, 204);
  });
  serve(router, places, async (c) => {
    const { q } = parsePlain(c.req.url, { q: placeTextParam });
    return c.json({ items: gazetteer.find(q, c.get('snapshot').sites) }, 200);
  });
  return router;
}

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? '';
}
