import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { listKeys, makeKey, revokeKey } from '../access/api-keys.ts';
import type { Person } from '../access/person.ts';
import { endOtherSessions, endSession, listSessions } from '../access/sessions.ts';
import { changePassword } from '../access/sign-in.ts';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import {
  changePasswordSchema,
  keysSchema,
  madeKeySchema,
  newKeySchema,
  sessionsSchema,
} from '../schemas/access-schemas.ts';
import {
  badRequest,
  conflict,
  notAllowed,
  notFound,
  overloaded,
  signInNeeded,
  tooLarge,
  tooManyAttempts,
} from '../schemas/problem-schema.ts';
import { serve } from './serve.ts';
import { attemptOf } from './signing-in.ts';

const tags = ['own account'];
const refused = { ...badRequest, ...signInNeeded, ...notAllowed };
const byId = { params: z.object({ id: z.string().openapi({ description: 'Its id.' }) }) };

const sessionsRoute = createRoute({
  method: 'get',
  path: '/v1/me/sessions',
  tags,
  summary: 'One’s own sessions',
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: sessionsSchema } } },
    ...refused,
  },
});

const endSessionRoute = createRoute({
  method: 'delete',
  path: '/v1/me/sessions/{id}',
  tags,
  summary: 'End one of one’s own sessions',
  request: byId,
  responses: { 204: { description: 'Ended' }, ...refused, ...notFound },
});

const endSessionsRoute = createRoute({
  method: 'delete',
  path: '/v1/me/sessions',
  tags,
  summary: 'End all of one’s own sessions but this one',
  responses: { 204: { description: 'Ended' }, ...refused },
});

const passwordRoute = createRoute({
  method: 'post',
  path: '/v1/me/password',
  tags,
  summary: 'Change one’s own password; other sessions end',
  request: { body: { required: true, content: { 'application/json': { schema: changePasswordSchema } } } },
  responses: { 204: { description: 'Changed' }, ...refused, ...tooLarge, ...tooManyAttempts, ...overloaded },
});

const keysRoute = createRoute({
  method: 'get',
  path: '/v1/me/keys',
  tags,
  summary: 'One’s own API keys',
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: keysSchema } } },
    ...refused,
  },
});

const makeKeyRoute = createRoute({
  method: 'post',
  path: '/v1/me/keys',
  tags,
  summary: 'Make an API key of one’s own role or a lower one, for `Authorization: Bearer …`',
  request: { body: { required: true, content: { 'application/json': { schema: newKeySchema } } } },
  responses: {
    201: { description: 'Made', content: { 'application/json': { schema: madeKeySchema } } },
    ...refused,
    ...tooLarge,
    ...conflict,
    ...overloaded,
  },
});

const revokeKeyRoute = createRoute({
  method: 'delete',
  path: '/v1/me/keys/{id}',
  tags,
  summary: 'Revoke one of one’s own API keys',
  request: byId,
  responses: { 204: { description: 'Revoked' }, ...refused, ...notFound },
});

/** What a person does with the own account: the permission `account.own` stands before all of it. */
export function ownAccountRoutes({ access }: AppDeps, takeBody: MiddlewareHandler<AppEnv>): Api {
  const { audit, database, identities } = access;
  const router = createRouter();
  serve(router, sessionsRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.json({ items: await listSessions(database, personOf(c)) }, 200);
  });
  serve(router, endSessionRoute, async (c) => {
    const person = personOf(c);
    await endSession(database, person, c.req.param('id') ?? '');
    identities.forget();
    await audit.record({ act: 'session.end', by: person.id, subject: person.id, detail: {} });
    return c.body(null, 204);
  });
  serve(router, endSessionsRoute, async (c) => {
    const person = personOf(c);
    await endOtherSessions(database, person);
    identities.forget();
    await audit.record({ act: 'session.end', by: person.id, subject: person.id, detail: { which: 'all others' } });
    return c.body(null, 204);
  });
  serve(router, passwordRoute, takeBody, async (c) => {
    await changePassword(access, personOf(c), readBody(c.get('body'), changePasswordSchema), attemptOf(c));
    return c.body(null, 204);
  });
  serve(router, keysRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.json({ items: await listKeys(database, personOf(c).id) }, 200);
  });
  serve(router, makeKeyRoute, takeBody, async (c) => {
    const person = personOf(c);
    const { expiresInDays, name, role } = readBody(c.get('body'), newKeySchema);
    const made = await makeKey(database, person, { name, role, days: expiresInDays });
    const detail = { name, role, prefix: made.key.prefix, expiresAt: made.key.expiresAt };
    await audit.record({ act: 'key.make', by: person.id, subject: made.key.id, detail });
    return c.json(made, 201);
  });
  serve(router, revokeKeyRoute, async (c) => {
    const person = personOf(c);
    const id = c.req.param('id') ?? '';
    const name = await revokeKey(database, person.id, id);
    identities.forget();
    await audit.record({ act: 'key.revoke', by: person.id, subject: id, detail: { name } });
    return c.body(null, 204);
  });
  return router;
}

/** Guarantee: only behind a permission that nobody has without being signed in. */
export function personOf(c: Context<AppEnv>): Person {
  const person = c.get('person');
  if (person === null) throw new Error('Expected a person behind a permission that needs one');
  return person;
}
