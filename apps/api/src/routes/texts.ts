import { encodeKeys } from '@corridor/incident-table';
import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { keysParam, wordsParam } from '../params/text-params.ts';
import { badRequest, notModified, overloaded } from '../schemas/problem-schema.ts';
import { textsSchema } from '../schemas/query-schemas.ts';
import { ARROW_STREAM } from '../services/export-incidents.ts';

const textParams = { keys: keysParam, ...asOfParams };
const matchParams = { q: wordsParam, ...asOfParams };

const texts = createRoute({
  method: 'get',
  path: '/v1/texts',
  tags: ['table'],
  summary: 'Id, title and summary of incidents of the table, by key',
  parameters: describeParams(textParams, { filter: false }),
  responses: {
    200: {
      description:
        'In the order of `keys`; those that no incident has now are left out. Without signing in, records whose origin lets them leave only as counts have no summary',
      content: { 'application/json': { schema: textsSchema } },
    },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

const matches = createRoute({
  method: 'get',
  path: '/v1/text-matches',
  tags: ['table'],
  summary: 'Which incidents of the table have words: an Arrow stream of one column, `key`, ascending',
  parameters: describeParams(matchParams, { filter: false }),
  responses: {
    200: {
      description: 'The keys; the schema’s metadata has `revision`',
      content: { [ARROW_STREAM]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...notModified,
    ...badRequest,
    ...overloaded,
  },
});

export function textRoutes({ countedOnly }: Pick<AppDeps, 'countedOnly'>): Api {
  const router = createRouter();
  router.openapi(texts, async (c) => {
    const { keys } = parsePlain(c.req.url, textParams);
    const { engine } = c.get('snapshot');
    const { items, revision } = await engine.texts(keys);
    const counted = c.get('person') === null ? await engine.keysOf(countedOnly) : null;
    const shown = items.map((item) => (counted?.has(item.key) ? { ...item, summary: '' } : item));
    return c.json({ revision, items: shown }, 200);
  });
  router.openapi(matches, async (c) => {
    const { q } = parsePlain(c.req.url, matchParams);
    const { keys, revision } = await c.get('snapshot').engine.textMatches(q);
    const bytes = new Uint8Array(encodeKeys(Uint32Array.from(keys), revision));
    return c.body(bytes, 200, { 'Content-Type': ARROW_STREAM, 'Content-Length': String(bytes.byteLength) });
  });
  return router;
}
