import { Problem } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { Lane } from '../load/lane.ts';
import type { Limits } from '../load/limits.ts';
import { isAboutPeople } from './about-people.ts';

/** What costs next to nothing is always answered. */
const FREE = /^\/v1\/(events|openapi\.json|engine|portfolio|taxonomy|basemap\/.*)$/;
/** What asks and changes nothing, though it has a body. */
const QUESTION = /^\/v1\/(query|arrivals|duplicates)$/;
/** Files come at their sender's pace, and have lanes of their own. */
const UPLOAD = /^\/v1\/(imports|import-mappings\/guess)$/;
const ANSWERED = new Set(['GET', 'HEAD']);
const EXPORT = /^\/v1\/(incidents\.[a-z]+|imports\/\d+\/issues\.csv)$/;

/**
 * Lets requests in as far as the limits go, and refuses the rest with `overloaded` before any work. Exports and tables
 * keep their place until the whole body is taken or its reader is gone.
 */
export function admit(limits: Limits, unsentBytes: () => number): MiddlewareHandler<AppEnv> {
  const answers = new Lane(limits.answers);
  const exports = new Lane(limits.exports);
  const arrowExports = new Lane(limits.arrowExports);
  const tables = new Lane(limits.tables);
  const writes = new Lane(limits.writes);
  const pastes = new Lane(limits.pastes);
  const laneOf = (method: string, path: string): Lane => {
    if (method === 'POST' && path === '/v1/drafts') return pastes;
    if (!ANSWERED.has(method) && !QUESTION.test(path)) return writes;
    if (path === '/v1/table.arrow') return tables;
    if (path === '/v1/incidents.arrow') return arrowExports;
    return EXPORT.test(path) ? exports : answers;
  };
  return async (c, next) => {
    const { path } = c.req;
    if (FREE.test(path) || isAboutPeople(path) || (c.req.method === 'POST' && UPLOAD.test(path))) return next();
    if (unsentBytes() > limits.unsentBytes) {
      throw new Problem('overloaded', 'Too many answers wait for slow readers; try again in a few seconds.');
    }
    const lane = laneOf(c.req.method, path);
    const leave = await lane.enter(c.req.raw.signal);
    try {
      await next();
    } catch (error) {
      leave();
      throw error;
    }
    const { body } = c.res;
    if (lane === answers || lane === writes || lane === pastes || body === null) return leave();
    if (c.req.method === 'HEAD') {
      leave();
      return body.cancel();
    }
    c.res = new Response(onceTaken(body, leave), c.res);
  };
}

/** The same bytes at the reader's pace; calls `done` when they are taken, when they fail or when the reader is gone. */
function onceTaken(body: ReadableStream<Uint8Array>, done: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const part = await reader.read();
          if (!part.done) return controller.enqueue(part.value);
          done();
          controller.close();
        } catch (error) {
          done();
          controller.error(error);
        }
      },
      cancel(reason) {
        done();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
