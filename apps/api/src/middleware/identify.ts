import type { Context, MiddlewareHandler } from 'hono';
import type { Access } from '../access/access.ts';
import type { Client } from '../access/accounts.ts';
import type { AppEnv } from '../app-env.ts';

const MAX_USER_AGENT = 300;

/** Finds out who asks, and from where. */
export function identify({ identities, settings }: Access): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('client', clientOf(c, settings.trustProxy));
    c.set('person', await identities.identify(credentialsOf(c)));
    await next();
  };
}

export function credentialsOf({ req }: Context<AppEnv>) {
  return { authorization: req.header('Authorization'), cookie: req.header('Cookie') };
}

/** Of the addresses that a trusted proxy forwards, it added the last one itself. */
function clientOf({ env, req }: Context<AppEnv>, trustProxy: boolean): Client {
  const forwarded = trustProxy ? req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? env?.incoming?.socket.remoteAddress ?? '';
  return {
    address: /^[\da-f:.]{2,45}$/i.test(address) ? address : '',
    userAgent: (req.header('User-Agent') ?? '').slice(0, MAX_USER_AGENT),
  };
}
