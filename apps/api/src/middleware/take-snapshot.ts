import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { LiveData } from '../live-data.ts';

/** Gives the request one state of the data, whatever is announced while it is answered. */
export function takeSnapshot(live: LiveData): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('snapshot', live.current());
    await next();
  };
}
