import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { sortParam } from '../params/page-params.ts';
import { parseFiltered } from '../params/parse-request.ts';
import { badRequest, notModified, overloaded } from '../schemas/problem-schema.ts';
import { EXPORT_FORMATS, EXPORT_TYPES, type ExportFormat, exportIncidents } from '../services/export-incidents.ts';
import { sendEncoded } from './send-encoded.ts';

const params = { sort: sortParam, ...asOfParams };

const STATED = 'Filter, count, revision, licence and credit stand in X-Corridor-* headers';

const DESCRIPTIONS: Readonly<Record<ExportFormat, string>> = {
  csv: `A line for each incident, for spreadsheets: UTF-8 with byte order mark, CRLF, text that begins like a formula made safe with an apostrophe. ${STATED}; comment lines would be rows in a spreadsheet.`,
  geojson: `A FeatureCollection; the geometry is null where a place is known only to its district or less. ${STATED} and before the features.`,
  ndjson: `A record on each line and nothing else. ${STATED}.`,
  arrow: `An Apache Arrow IPC stream of the incident table. ${STATED} and in the schema’s metadata.`,
};

const exportRoute = (format: ExportFormat) =>
  createRoute({
    method: 'get',
    path: `/v1/incidents.${format}`,
    tags: ['exports'],
    summary: `Every incident that a filter matches, as ${format}`,
    description: DESCRIPTIONS[format],
    parameters: describeParams(params, { filter: true }),
    responses: {
      200: {
        description:
          'All of them, never cut, but for records whose origin lets them leave only as counts: X-Corridor-Left-Out says how many, and X-Corridor-Matched = X-Corridor-Exported + X-Corridor-Left-Out',
        content: { [EXPORT_TYPES[format]]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...notModified,
      ...badRequest,
      ...overloaded,
    },
  });

export function incidentExportRoutes({ countedOnly, kept, portfolio, store }: AppDeps): Api {
  const router = createRouter();
  for (const format of EXPORT_FORMATS) {
    router.openapi(exportRoute(format), async (c) => {
      const snapshot = c.get('snapshot');
      const { filter, values } = parseFiltered(c.req.url, snapshot.known, params);
      const deps = { store, info: portfolio.info, snapshot, kept, countedOnly };
      const { headers, body } = await exportIncidents(deps, format, filter, values.sort);
      if (body instanceof Uint8Array) {
        return c.body(body, 200, { ...headers, 'Content-Length': String(body.byteLength) });
      }
      return 'gzip' in body ? sendEncoded(c, body, headers) : c.body(ReadableStream.from(body), 200, headers);
    });
  }
  return router;
}
