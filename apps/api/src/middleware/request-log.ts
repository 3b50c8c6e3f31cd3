import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';

/** One structured line for each request. Health checks are logged at debug, since they come every few seconds. */
export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path.slice(0, 500),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    if (c.res.status === 503) logger.warn(line, 'request');
    else if (c.res.status >= 500) logger.error(line, 'request');
    else if (c.req.path === '/healthz' || c.req.path === '/readyz') logger.debug(line, 'request');
    else logger.info(line, 'request');
  };
}
