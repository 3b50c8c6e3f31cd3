import { Problem } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/**
 * Refuses to be called by a name that is not ours. Without it a web page could read what is open on this machine, by letting
 * its own name point here (DNS rebinding), and a proxy that passes its public name on could publish it. Null takes any name.
 */
export function knownHost(hosts: readonly string[] | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (hosts !== null && !hosts.includes(hostname)) {
      throw new Problem(
        'not-allowed',
        'This server is not known by this name. Whoever runs it can set BASE_URL to the address that people use.',
      );
    }
    await next();
  };
}
