import type { createRoute } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { Api, AppEnv } from '../app-env.ts';

type Described = ReturnType<typeof createRoute>;
type Answer = (c: Context<AppEnv>) => Promise<Response> | Response;

/**
 * Serves a route that is described but not validated by the library, which would read the body again and answer in its own
 * words.
 */
export function serve(router: Api, route: Described, ...handlers: [...MiddlewareHandler<AppEnv>[], Answer]): void {
  router.openAPIRegistry.registerPath(route);
  router.on([route.method.toUpperCase()], [route.path.replaceAll(/\{(\w+)\}/g, ':$1')], ...handlers);
}
