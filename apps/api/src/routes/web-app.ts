import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@corridor/domain';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { type Api, createRouter } from '../app-env.ts';
import { problemResponse } from '../middleware/problem-response.ts';

/**
 * The built dashboard. Files under /assets carry a hash in their name and never change; a missing one is a 404, not a
 * page. Every other path without a file extension is a page of the dashboard: index.html, which is always asked for anew.
 */
export function webAppRoutes(webRoot: string | null): Api {
  const router = createRouter();
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) return router;
  const page = serveStatic({ root: webRoot, path: 'index.html', precompressed: true });
  router.use('*', dashboardOnly());
  router.use('*', cachePolicy());
  router.use('*', serveStatic({ root: webRoot, precompressed: true }));
  router.use('*', async (c, next) => (isPage(c.req.path) ? page(c, next) : next()));
  return router;
}

function isPage(path: string): boolean {
  return !/^\/assets(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);
}

function cachePolicy(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.status >= 300) return;
    const fixed = c.req.path.startsWith('/assets/');
    c.res.headers.set('Cache-Control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
}

/** Leaves API, docs and health paths to their own 404, and answers other methods than reading with 405. */
function dashboardOnly(): MiddlewareHandler {
  return async (c, next) => {
    if (/^\/(v1|docs|healthz|readyz)(\/|$)/.test(c.req.path)) return c.notFound();
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const problem = new Problem('method-not-allowed', 'The dashboard is only read.');
    return problemResponse(c, problem, { Allow: 'GET, HEAD' });
  };
}
