import { PROBLEM_CODES } from '@corridor/domain';
import { z } from '@hono/zod-openapi';

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(PROBLEM_CODES),
    requestId: z.string(),
    invalid: z
      .array(z.strictObject({ name: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: 'Each parameter that is wrong, and what is allowed.' }),
    current: z
      .unknown()
      .optional()
      .openapi({ description: 'Of `stale`: the record as it stands now, as its own route shows it.' }),
  })
  .openapi('Problem', { description: 'What went wrong, as RFC 9457 puts it.' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export const badRequest = { 400: problem('A parameter is wrong: which one, why, and what is allowed.') };
export const signInNeeded = { 401: problem('Not signed in, or e-mail address, password or key are wrong.') };
export const notAllowed = { 403: problem('Not allowed for this role, or a request from another site.') };
export const conflict = { 409: problem('Not as things stand: why.') };
export const stale = { 412: problem('Changed meanwhile: `current` is what stands now.') };
export const preconditionRequired = { 428: problem('`If-Match` is missing: it names the version that is changed.') };
export const tooManyAttempts = {
  429: {
    ...problem('Too many attempts failed.'),
    headers: z.object({ 'Retry-After': z.string().openapi({ description: 'Seconds to wait.' }) }),
  },
};
export const notFound = { 404: problem('There is no such record.') };
export const notReady = { 503: problem('The store does not answer.') };
export const tooLarge = { 413: problem('The body is longer than is taken.') };
export const overloaded = {
  503: {
    ...problem('More is asked than can be answered; nothing was done.'),
    headers: z.object({ 'Retry-After': z.string().openapi({ description: 'Seconds to wait.' }) }),
  },
};
export const notModified = { 304: { description: 'Not changed since the `If-None-Match` of the request.' } };
