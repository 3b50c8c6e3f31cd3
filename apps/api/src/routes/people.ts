import { Problem } from '@corridor/domain';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Access } from '../access/access.ts';
import { makeLink } from '../access/one-time-links.ts';
import { changePerson, findPerson, invitePerson, type ListedPerson, listPeople } from '../access/people.ts';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import {
  changedPersonSchema,
  invitedSchema,
  madeLinkSchema,
  newPersonSchema,
  peopleSchema,
  personChangeSchema,
} from '../schemas/access-schemas.ts';
import {
  badRequest,
  conflict,
  notAllowed,
  notFound,
  overloaded,
  signInNeeded,
  tooLarge,
} from '../schemas/problem-schema.ts';
import { personOf } from './own-account.ts';
import { serve } from './serve.ts';

const tags = ['people'];
const refused = { ...badRequest, ...signInNeeded, ...notAllowed };
const byId = { params: z.object({ id: z.string().openapi({ description: 'The person’s id.' }) }) };

const peopleRoute = createRoute({
  method: 'get',
  path: '/v1/people',
  tags,
  summary: 'Everybody who may sign in, or might',
  responses: {
    200: { description: 'By name', content: { 'application/json': { schema: peopleSchema } } },
    ...refused,
  },
});

const inviteRoute = createRoute({
  method: 'post',
  path: '/v1/people',
  tags,
  summary: 'Invite somebody: gives a one-time link to hand over',
  request: { body: { required: true, content: { 'application/json': { schema: newPersonSchema } } } },
  responses: {
    201: { description: 'Invited', content: { 'application/json': { schema: invitedSchema } } },
    ...refused,
    ...tooLarge,
    ...conflict,
    ...overloaded,
  },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/v1/people/{id}',
  tags,
  summary: 'Change somebody’s role, deactivate or reactivate',
  request: { ...byId, body: { required: true, content: { 'application/json': { schema: personChangeSchema } } } },
  responses: {
    200: { description: 'Changed', content: { 'application/json': { schema: changedPersonSchema } } },
    ...refused,
    ...notFound,
    ...tooLarge,
    ...conflict,
    ...overloaded,
  },
});

const linkRoute = createRoute({
  method: 'post',
  path: '/v1/people/{id}/link',
  tags,
  summary: 'A new one-time link by which somebody sets a password; earlier ones end',
  request: byId,
  responses: {
    201: { description: 'Made', content: { 'application/json': { schema: madeLinkSchema } } },
    ...refused,
    ...notFound,
    ...conflict,
  },
});

/** The permission `people.manage` stands before all of it. */
export function peopleRoutes({ access }: AppDeps, takeBody: MiddlewareHandler<AppEnv>): Api {
  const { audit, database, identities } = access;
  const router = createRouter();
  serve(router, peopleRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.json({ items: await listPeople(database) }, 200);
  });
  serve(router, inviteRoute, takeBody, async (c) => {
    const invited = await invitePerson(database, readBody(c.get('body'), newPersonSchema));
    const { email, id, role } = invited.person;
    await audit.record({ act: 'person.invite', by: personOf(c).id, subject: id, detail: { email, role } });
    return c.json(invited, 201);
  });
  serve(router, changeRoute, takeBody, async (c) => {
    const change = readBody(c.get('body'), personChangeSchema);
    const { after, before } = await changePerson(database, c.req.param('id') ?? '', change);
    identities.forget();
    await recordChange(access, personOf(c).id, before, after);
    return c.json({ person: after }, 200);
  });
  serve(router, linkRoute, async (c) => {
    const id = c.req.param('id') ?? '';
    const link = await database.transaction(async (connection) => {
      const { state } = await findPerson(connection, id);
      if (state === 'deactivated')
        throw new Problem('conflict', 'A deactivated person cannot sign in: reactivate first.');
      return makeLink(connection, id);
    });
    await audit.record({ act: 'link.make', by: personOf(c).id, subject: id, detail: { expiresAt: link.expiresAt } });
    return c.json({ link }, 201);
  });
  return router;
}

async function recordChange({ audit }: Access, by: string, before: ListedPerson, after: ListedPerson): Promise<void> {
  const subject = after.id;
  if (before.role !== after.role) {
    await audit.record({ act: 'role.change', by, subject, detail: { from: before.role, to: after.role } });
  }
  const ended = after.state === 'deactivated';
  if ((before.state === 'deactivated') === ended) return;
  await audit.record({ act: ended ? 'person.deactivate' : 'person.reactivate', by, subject, detail: {} });
}
