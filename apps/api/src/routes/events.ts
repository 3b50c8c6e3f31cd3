import { createRoute, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { may } from '../access/permissions.ts';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import type { Metrics } from '../metrics.ts';
import { credentialsOf } from '../middleware/identify.ts';
import { parsePlain } from '../params/parse-request.ts';
import { badRequest } from '../schemas/problem-schema.ts';

/** Proxies close connections that are silent for a minute. */
const HEARTBEAT_MS = 25_000;

const events = createRoute({
  method: 'get',
  path: '/v1/events',
  tags: ['events'],
  summary: 'Server-sent events: `revision` at once, and after every change of the data',
  responses: {
    200: {
      description: 'An open stream; the data of each event is {"revision": number}',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...badRequest,
  },
});

export function eventRoutes({ access, live, stopping }: AppDeps, metrics: Metrics): Api {
  return createRouter().openapi(events, (c) => {
    parsePlain(c.req.url, {});
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
    return streamSSE(c, async (stream) => {
      const announce = createAnnouncer((revision) =>
        stream.writeSSE({ event: 'revision', id: String(revision), data: JSON.stringify({ revision }) }),
      );
      const unsubscribe = live.onChange(({ revision }) => void announce(revision));
      const stopCounting = metrics.listen();
      const mayListen = async () => {
        const person = await access.identities.identify(credentialsOf(c)).catch(() => null);
        return may(person, 'records.read', access.settings.mode);
      };
      const ended = untilEnded(stream, stopping, mayListen);
      await announce(live.current().revision);
      await ended;
      unsubscribe();
      stopCounting();
    });
  });
}

/** Resolves when its reader leaves, may not read any more, or the server stops. Says something now and then until then. */
async function untilEnded(
  stream: SSEStreamingApi,
  stopping: AbortSignal,
  mayListen: () => Promise<boolean>,
): Promise<void> {
  if (stopping.aborted) return;
  await new Promise<void>((resolve) => {
    const heartbeat = setInterval(async () => {
      if (await mayListen()) await stream.write(': heartbeat\n\n');
      else end();
    }, HEARTBEAT_MS);
    const end = () => {
      clearInterval(heartbeat);
      stopping.removeEventListener('abort', end);
      resolve();
    };
    stream.onAbort(end);
    stopping.addEventListener('abort', end);
  });
}

/** Sends one revision at a time: a reader who takes none is sent only the newest of those that came meanwhile. */
function createAnnouncer(send: (revision: number) => Promise<void>): (revision: number) => Promise<void> {
  let waiting: number | null = null;
  let sending = false;
  return async (revision) => {
    waiting = revision;
    if (sending) return;
    sending = true;
    while (waiting !== null) {
      const next: number = waiting;
      waiting = null;
      await send(next);
    }
    sending = false;
  };
}
