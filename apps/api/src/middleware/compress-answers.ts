import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { AppEnv } from '../app-env.ts';
import { acceptsGzip } from './accepts-gzip.ts';

const inThreadPool = promisify(gzip);

/** Below it, gzip saves less than a packet. */
const THRESHOLD_BYTES = 1024;

/**
 * Compresses in zlib's threads, never on the event loop: whole JSON answers in one piece, so that their size and what is
 * unsent of it are known; streams as they flow, at their reader's pace.
 */
export function compressAnswers(): MiddlewareHandler<AppEnv> {
  const compressStreams = compress({ encoding: 'gzip', contentTypeFilter: isCompressible });
  return (c, next) =>
    compressStreams(c, async () => {
      await next();
      if (isWhole(c)) await compressWhole(c);
    });
}

function isWhole({ req, res }: Context<AppEnv>): boolean {
  return (
    req.method !== 'HEAD' &&
    res.body !== null &&
    !res.headers.has('Content-Encoding') &&
    /^application\/([\w.-]+\+)?json/.test(res.headers.get('Content-Type') ?? '') &&
    !/^application\/geo\+json/.test(res.headers.get('Content-Type') ?? '')
  );
}

async function compressWhole(c: Context<AppEnv>): Promise<void> {
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const worth = bytes.byteLength >= THRESHOLD_BYTES && acceptsGzip(c.req.header('Accept-Encoding'));
  const sent = worth ? new Uint8Array(await inThreadPool(bytes)) : bytes;
  c.res = new Response(sent, c.res);
  c.res.headers.set('Content-Length', String(sent.byteLength));
  if (!c.res.headers.has('Vary')) c.res.headers.set('Vary', 'Accept-Encoding');
  if (worth) c.res.headers.set('Content-Encoding', 'gzip');
}

function isCompressible(contentType: string): boolean {
  return /^(text\/(?!event-stream)|application\/(javascript|x-ndjson|geo\+json|vnd\.apache\.arrow\.stream))/.test(
    contentType,
  );
}
