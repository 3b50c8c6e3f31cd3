import { createRoute, z } from '@hono/zod-openapi';
import { type Api, createRouter } from '../app-env.ts';
import type { Metrics } from '../metrics.ts';
import { parsePlain } from '../params/parse-request.ts';
import { badRequest } from '../schemas/problem-schema.ts';

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['health'],
  summary: 'What this process counts, in the text format of Prometheus',
  responses: {
    200: { description: 'One line a value', content: { 'text/plain': { schema: z.string() } } },
    ...badRequest,
  },
});

export function metricsRoutes(metrics: Metrics): Api {
  return createRouter().openapi(metricsRoute, async (c) => {
    parsePlain(c.req.url, {});
    return c.text(await metrics.text(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
  });
}
