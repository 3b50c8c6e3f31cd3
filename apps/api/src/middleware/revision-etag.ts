import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/**
 * A weak ETag of revision, path, query and whether somebody is signed in: an answer changes with nothing else. It also holds `epoch`, since another
 * database or build may give another answer at the same revision. A request that knows the answer gets 304 without
 * any of the work.
 */
export function revisionEtag(epoch: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const url = new URL(c.req.url);
    const asker = c.get('person') ? 'somebody' : 'nobody';
    const digest = createHash('sha256')
      .update(`${asker} ${url.pathname}${url.search}`)
      .digest('base64url')
      .slice(0, 16);
    const etag = `W/"${epoch}-${c.get('snapshot').revision}-${digest}"`;
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
    if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    await next();
    if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

/** Weak comparison (RFC 9110, 8.8.3.2). `*` would match answers that do not exist, so it is not taken. */
function matches(header: string | undefined, etag: string): boolean {
  const wanted = etag.replace(/^W\//, '');
  return (header ?? '').split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === wanted);
}
