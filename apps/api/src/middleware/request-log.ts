import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';

const OF_MACHINES = new Set(['/healthz', '/readyz', '/metrics']);

/** One structured line for each request. What machines ask every few seconds is logged at debug. */
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
    else if (OF_MACHINES.has(c.req.path)) logger.debug(line, 'request');
    else logger.info(line, 'request');
  };
}
