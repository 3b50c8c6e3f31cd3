import { Problem } from '@corridor/domain';
import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { notReady } from '../schemas/problem-schema.ts';

const PING_LIMIT_MS = 2_000;

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['health'],
  summary: 'Whether the process runs',
  responses: {
    200: {
      description: 'It does',
      content: { 'application/json': { schema: z.strictObject({ status: z.literal('ok') }) } },
    },
  },
});

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['health'],
  summary: 'Whether requests can be answered: the store answers and the table is loaded',
  responses: {
    200: {
      description: 'They can',
      content: {
        'application/json': { schema: z.strictObject({ status: z.literal('ready'), revision: z.number().int() }) },
      },
    },
    ...notReady,
  },
});

export function healthRoutes({ store, live, stopping }: AppDeps): Api {
  const router = createRouter();
  router.openapi(healthz, (c) => c.json({ status: 'ok' } as const, 200, { 'Cache-Control': 'no-store' }));
  router.openapi(readyz, async (c) => {
    if (stopping.aborted) throw new Problem('not-ready', 'The server is stopping.');
    if (!(await answersInTime(store.ping()))) throw new Problem('not-ready', 'The store does not answer.');
    return c.json({ status: 'ready', revision: live.current().revision } as const, 200, {
      'Cache-Control': 'no-store',
    });
  });
  return router;
}

async function answersInTime(ping: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_LIMIT_MS);
  });
  const answered = ping.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
