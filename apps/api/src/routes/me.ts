import { createRoute } from '@hono/zod-openapi';
import type { Access } from '../access/access.ts';
import { PASSWORD_LENGTH } from '../access/password-rules.ts';
import { permissionsOf } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { PROVIDER_ID } from '../access/single-sign-on.ts';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { meSchema } from '../schemas/access-schemas.ts';
import { badRequest, signInNeeded } from '../schemas/problem-schema.ts';
import { serve } from './serve.ts';

const me = createRoute({
  method: 'get',
  path: '/v1/me',
  tags: ['access'],
  summary: 'Who asks, what they may do, and how one signs in here',
  responses: {
    200: { description: 'Also for nobody', content: { 'application/json': { schema: meSchema } } },
    ...badRequest,
    ...signInNeeded,
  },
});

export function meRoutes({ access }: AppDeps): Api {
  const router = createRouter();
  serve(router, me, async (c) => {
    parsePlain(c.req.url, {});
    return c.json(await describeMe(access, c.get('person')), 200);
  });
  return router;
}

/** What the dashboard needs to know of who looks at it. */
export async function describeMe({ needsFirstAdmin, settings, sso }: Access, person: Person | null) {
  return {
    person: person && {
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role,
      by: person.sessionId === null ? ('key' as const) : ('session' as const),
    },
    permissions: permissionsOf(person, settings.mode),
    access: settings.mode,
    sso: sso === null ? [] : [{ id: PROVIDER_ID, name: sso.name }],
    needsFirstAdmin: await needsFirstAdmin(),
    passwordLength: PASSWORD_LENGTH,
  };
}
