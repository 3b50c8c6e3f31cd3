import { z } from '@hono/zod-openapi';
import {
  badRequest,
  conflict,
  notAllowed,
  notFound,
  overloaded,
  preconditionRequired,
  signInNeeded,
  stale,
  tooLarge,
} from '../schemas/problem-schema.ts';

/** What OpenAPI is told of every route that writes records. */
export const refused = { ...badRequest, ...signInNeeded, ...notAllowed, ...conflict, ...tooLarge, ...overloaded };
export const refusedChange = { ...refused, ...notFound, ...stale, ...preconditionRequired };

export const etag = z.object({ ETag: z.string().openapi({ description: 'The version, as `If-Match` takes it.' }) });
export const ifMatch = z.object({
  'If-Match': z.string().openapi({ description: 'The version that is changed: `"3"`.' }),
});
export const onceHeader = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .openapi({ description: '8 to 128 visible ASCII characters; the same request with it again creates nothing.' }),
});

export function bodyOf<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}
