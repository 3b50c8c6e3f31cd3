import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { numberParam } from '../params/param.ts';
import { parsePlain } from '../params/parse-request.ts';
import { badRequest, notFound, notModified, overloaded } from '../schemas/problem-schema.ts';
import { ARROW_STREAM } from '../services/export-incidents.ts';
import { provideTable } from '../services/provide-table.ts';
import { sendEncoded } from './send-encoded.ts';

const MAX_REVISION = 999_999_999;

const params = {
  since: numberParam(
    'The revision of the table that the reader has: what changed since comes alone, where that is known and little.',
    { min: 0, max: MAX_REVISION, integer: true, absent: 0 },
  ),
  ...asOfParams,
};

const table = createRoute({
  method: 'get',
  path: '/v1/table.arrow',
  tags: ['table'],
  summary: 'The whole table without its texts, or what changed since a revision, as an Arrow stream',
  description:
    'What the dashboard works on: the newest rows first, so that the beginning of the stream is a usable table. Texts come from `/v1/texts` by the column `key`. The schema’s metadata has `revision` and, where it is a change, `since`.',
  parameters: describeParams(params, { filter: false }),
  responses: {
    200: {
      description: 'The table or the change',
      content: { [ARROW_STREAM]: { schema: z.string().openapi({ format: 'binary' }) } },
      headers: z.object({
        'Targets-Revision': z.string().openapi({ description: 'In which revision a site or route last changed.' }),
      }),
    },
    ...notModified,
    ...badRequest,
    ...notFound,
    ...overloaded,
  },
});

export function tableRoutes({ kept, source }: AppDeps): Api {
  return createRouter().openapi(table, async (c) => {
    const { since } = parsePlain(c.req.url, params);
    const snapshot = c.get('snapshot');
    const encoded = await provideTable({ kept, source, snapshot }, since);
    const targetsRevision = String(snapshot.targetsRevision);
    return sendEncoded(c, encoded, { 'Content-Type': ARROW_STREAM, 'Targets-Revision': targetsRevision });
  });
}
