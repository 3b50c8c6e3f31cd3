import { Problem } from '@corridor/domain';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Access } from '../access/access.ts';
import { may, PERMISSIONS } from '../access/permissions.ts';
import { type Need, needOf } from '../access/route-needs.ts';
import type { AppEnv } from '../app-env.ts';

/** Lets through who has the permission that the route needs. */
export function requirePermission({ settings: { mode } }: Access): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const need = needOfRequest(c);
    const person = c.get('person');
    if (need !== 'nothing' && !may(person, need, mode)) {
      if (person === null) throw new Problem('sign-in-needed', 'Sign in first, or send an API key.');
      const who = person.sessionId === null ? `An API key of the role ${person.role}` : `The role ${person.role}`;
      throw new Problem('not-allowed', `${who} may not ${PERMISSIONS[need].what}.`);
    }
    await next();
  };
}

/** A path without a route is no secret, but nothing to be found out about without reading either. */
function needOfRequest(c: Context<AppEnv>): Need {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return route ? needOf(route) : 'records.read';
}
