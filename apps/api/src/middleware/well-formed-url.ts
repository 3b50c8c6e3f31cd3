import { Problem } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';

/** Room for a polygon of 500 points with every separator percent-encoded, and some more. */
export const MAX_URL_LENGTH = 20_000;

/** Refuses what no route should have to think about: endless URLs, broken percent-encoding and control characters. */
export function wellFormedUrl(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.url.length > MAX_URL_LENGTH) throw fault(`is longer than ${MAX_URL_LENGTH} characters`);
    let path: string;
    try {
      path = decodeURIComponent(new URL(c.req.url).pathname);
    } catch {
      throw fault('has a path that is not text in percent-encoded UTF-8');
    }
    if (/\p{Cc}/u.test(path)) throw fault('has a path with a control character');
    await next();
  };
}

function fault(reason: string): Problem {
  return new Problem('invalid-parameter', `The URL ${reason}.`, [{ name: 'url', reason }]);
}
