import { Problem, type ProblemCode } from '@corridor/domain';
import { StoreError } from '@corridor/store';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { TooManyAttempts } from '../access/too-many-attempts.ts';
import type { AppEnv } from '../app-env.ts';

const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'invalid-body': { status: 400, title: 'The body is wrong' },
  'sign-in-needed': { status: 401, title: 'Not signed in' },
  'wrong-credentials': { status: 401, title: 'Not signed in' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  stale: { status: 412, title: 'Changed meanwhile' },
  'precondition-required': { status: 428, title: 'A precondition is needed' },
  conflict: { status: 409, title: 'Not as things stand' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  overloaded: { status: 503, title: 'Too much to do' },
  'not-ready': { status: 503, title: 'Not ready' },
  'store-unavailable': { status: 503, title: 'The store does not answer' },
  'disk-full': { status: 507, title: 'The disk is full' },
  internal: { status: 500, title: 'Internal error' },
} as const satisfies Readonly<Record<ProblemCode, { status: number; title: string }>>;

/** How soon to try again, in seconds: what waits in front is worked off by then. */
const RETRY_AFTER = '2';

/** A problem as RFC 9457 writes it. */
export function problemResponse(
  c: Context<AppEnv>,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = PROBLEMS[problem.code];
  const body = {
    type: `urn:corridor-watch:problem:${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance: c.req.path.slice(0, 500),
    code: problem.code,
    requestId: c.get('requestId'),
    ...(problem.invalid.length > 0 ? { invalid: problem.invalid } : {}),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headersFor(problem, status),
    ...headers,
  });
}

function headersFor(problem: Problem, status: number): Readonly<Record<string, string>> {
  if (problem instanceof TooManyAttempts) return { 'Retry-After': String(problem.retryAfterSeconds) };
  if (status === 401) return { 'WWW-Authenticate': 'Bearer realm="Corridor Watch"' };
  return status === 503 ? { 'Retry-After': RETRY_AFTER } : {};
}

/** Somebody has to do something about it, and the log says what happened. */
const TO_BE_LOOKED_AT: ReadonlySet<ProblemCode> = new Set(['internal', 'store-unavailable', 'disk-full']);

/** Answers every error with a problem. The text of an unknown error goes to the log and never leaves. */
export function answerErrors(logger: Logger): (error: Error, c: Context<AppEnv>) => Response {
  return (error, c) => {
    const problem = toProblem(error);
    if (TO_BE_LOOKED_AT.has(problem.code)) {
      logger.error({ requestId: c.get('requestId'), err: error }, 'request failed');
    }
    return problemResponse(c, problem);
  };
}

function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError && error.code === 'disk-full') {
    return new Problem('disk-full', 'The disk of the server is full: nothing was written. What is there can be read.');
  }
  if (error instanceof StoreError)
    return new Problem('store-unavailable', 'The store does not answer; try again later.');
  if (error instanceof HTTPException && error.status < 500) return new Problem('invalid-parameter', error.message);
  return new Problem('internal', 'Something went wrong on our side. The log has the details under this request id.');
}
