import { createRoute, z } from '@hono/zod-openapi';
import { type Api, createRouter } from '../app-env.ts';
import { parsePlain } from '../params/parse-request.ts';
import { badRequest, notModified } from '../schemas/problem-schema.ts';

const document = createRoute({
  method: 'get',
  path: '/v1/openapi.json',
  tags: ['documentation'],
  summary: 'This description of the interface, as OpenAPI 3.1',
  responses: {
    200: { description: 'The document', content: { 'application/json': { schema: z.looseObject({}) } } },
    ...notModified,
    ...badRequest,
  },
});

/** The document describes every route of `app`, whatever is mounted after it. */
export function openapiRoutes(app: Api): Api {
  let text: string | undefined;
  return createRouter().openapi(document, (c) => {
    parsePlain(c.req.url, {});
    text ??= JSON.stringify(describe(app));
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

function describe(app: Api) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Corridor Watch',
      version: '1',
      license: { name: 'MIT' },
      description:
        'Security incidents near project sites and corridors. One set of filter parameters goes with every answer and every export, so that what is counted, drawn and exported never disagrees. Dates are local calendar dates of the portfolio. Errors are problem+json (RFC 9457).',
    },
    servers: [{ url: '/' }],
  });
}
