import { Problem } from '@corridor/domain';
import { createRoute } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { Access } from '../access/access.ts';
import type { Entered } from '../access/accounts.ts';
import { type Attempt, lookAtLink, makeFirstAdmin, recordSignIn, signIn, takeLink } from '../access/sign-in.ts';
import { PROVIDER_ID, type SingleSignOn } from '../access/single-sign-on.ts';
import { type Api, type AppDeps, type AppEnv, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { readBody } from '../params/read-body.ts';
import {
  firstAdminSchema,
  linkPurposeSchema,
  linkTokenSchema,
  meSchema,
  signInSchema,
  ssoSchema,
  ssoStartSchema,
  takeLinkSchema,
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
import { describeMe } from './me.ts';
import { serve } from './serve.ts';

const tags = ['access'];
const entered = {
  200: { description: 'Signed in: the cookie comes along', content: { 'application/json': { schema: meSchema } } },
};
const refused = { ...badRequest, ...notAllowed, ...tooLarge, ...tooManyAttempts, ...overloaded };
const body = <S>(schema: S) => ({ body: { required: true, content: { 'application/json': { schema } } } });

const signInRoute = createRoute({
  method: 'post',
  path: '/v1/access/sign-in',
  tags,
  summary: 'Sign in by e-mail address and password',
  request: body(signInSchema),
  responses: { ...entered, ...refused, ...signInNeeded },
});

const signOutRoute = createRoute({
  method: 'post',
  path: '/v1/access/sign-out',
  tags,
  summary: 'End the session that the cookie names, if any',
  responses: { 204: { description: 'Signed out' }, ...badRequest, ...notAllowed },
});

const firstAdminRoute = createRoute({
  method: 'post',
  path: '/v1/access/first-admin',
  tags,
  summary: 'Make the first admin, by the link that the start prints',
  request: body(firstAdminSchema),
  responses: { ...entered, ...refused, ...notFound, ...conflict },
});

const linkRoute = createRoute({
  method: 'post',
  path: '/v1/access/link',
  tags,
  summary: 'What a one-time link is good for, without using it',
  request: body(linkTokenSchema),
  responses: {
    200: { description: 'Its purpose', content: { 'application/json': { schema: linkPurposeSchema } } },
    ...refused,
    ...notFound,
  },
});

const passwordRoute = createRoute({
  method: 'post',
  path: '/v1/access/password',
  tags,
  summary: 'Set a password by a one-time link; other sessions end',
  request: body(takeLinkSchema),
  responses: { ...entered, ...refused, ...notFound },
});

const ssoRoute = createRoute({
  method: 'post',
  path: '/v1/access/sso',
  tags,
  summary: 'Begin to sign in by an identity provider: where to send the browser',
  request: body(ssoSchema),
  responses: {
    200: { description: 'Where to', content: { 'application/json': { schema: ssoStartSchema } } },
    ...refused,
    ...notFound,
  },
});

const callbackRoute = createRoute({
  method: 'get',
  path: '/v1/access/sso/callback/oidc',
  tags,
  summary: 'Where the identity provider sends the browser back to',
  responses: { 302: { description: 'To the page that was asked for, or to /sign-in?error=…' }, ...notFound },
});

/** How one gets in and out. `takeBody` takes the small bodies of these routes. */
export function signingInRoutes({ access }: AppDeps, takeBody: MiddlewareHandler<AppEnv>): Api {
  const router = createRouter();
  serve(router, signInRoute, takeBody, async (c) =>
    answerEntered(c, access, await signIn(access, readBody(c.get('body'), signInSchema), attemptOf(c))),
  );
  serve(router, firstAdminRoute, takeBody, async (c) =>
    answerEntered(c, access, await makeFirstAdmin(access, readBody(c.get('body'), firstAdminSchema), attemptOf(c))),
  );
  serve(router, passwordRoute, takeBody, async (c) =>
    answerEntered(c, access, await takeLink(access, readBody(c.get('body'), takeLinkSchema), attemptOf(c))),
  );
  serve(router, linkRoute, takeBody, async (c) => {
    const { token } = readBody(c.get('body'), linkTokenSchema);
    const purpose = await lookAtLink(access, token, c.get('client'));
    if (purpose.kind === 'first-admin') {
      return c.json({ kind: purpose.kind, email: null, name: null, role: null, expiresAt: null }, 200);
    }
    const { email, expiresAt, kind, name, role } = purpose;
    return c.json({ kind, email, name, role, expiresAt }, 200);
  });
  serve(router, signOutRoute, async (c) => {
    const cookies = await access.accounts.signOut(c.req.header('Cookie') ?? '');
    access.identities.forget();
    setCookies(c, cookies);
    return c.body(null, 204);
  });
  serve(router, ssoRoute, takeBody, async (c) => {
    const { provider, returnTo } = readBody(c.get('body'), ssoSchema);
    const { cookies, url } = await ssoOf(access, provider).start(c.get('client'), returnTo);
    setCookies(c, cookies);
    return c.json({ url }, 200);
  });
  serve(router, callbackRoute, async (c) => {
    const { search } = new URL(c.req.url);
    const returned = await ssoOf(access, PROVIDER_ID).finish(search, c.req.header('Cookie') ?? '', c.get('client'));
    const { cookies, location, person, roleBefore } = returned;
    if (person) {
      access.identities.forget();
      if (roleBefore !== null) {
        const detail = { from: roleBefore, to: person.role, by: 'identity provider' };
        await access.audit.record({ act: 'role.change', by: null, subject: person.id, detail });
      }
      await recordSignIn(access, person, 'sso');
    }
    setCookies(c, cookies);
    return c.redirect(location, 302);
  });
  return router;
}

async function answerEntered(c: Context<AppEnv>, access: Access, { cookies, person }: Entered): Promise<Response> {
  parsePlain(c.req.url, {});
  access.identities.forget();
  setCookies(c, cookies);
  return c.json(await describeMe(access, person), 200);
}

export function attemptOf(c: Context<AppEnv>): Attempt {
  return { client: c.get('client'), signal: c.req.raw.signal };
}

function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

function ssoOf({ sso }: Access, provider: string): SingleSignOn {
  if (sso === null || provider !== PROVIDER_ID)
    throw new Problem('not-found', 'There is no such identity provider here.');
  return sso;
}
