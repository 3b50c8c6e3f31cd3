import { Problem } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { Lane } from '../load/lane.ts';
import type { Limits } from '../load/limits.ts';

/**
 * Takes a JSON body before anything waits for it, so that one that is sent slowly holds nothing but its own place. Never
 * more than `maxBytes`, nor longer than `longestMs`.
 */
export function takeBody({ atOnce, longestMs, maxBytes }: Limits['bodies']): MiddlewareHandler<AppEnv> {
  const lane = new Lane({ atOnce, waiting: 0, longestWaitMs: 0 });
  return async (c, next) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
      throw fault('Content-Type', 'is application/json');
    }
    const leave = await lane.enter(c.req.raw.signal);
    const { body } = c.req.raw;
    try {
      c.set('body', body === null ? '' : await readText(body.getReader(), maxBytes, longestMs));
    } finally {
      leave();
    }
    await next();
  };
}

async function readText(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  longestMs: number,
): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel().catch(() => undefined);
  }, longestMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (late) throw fault('body', `comes within ${longestMs / 1000} s`);
      if (done) break;
      length += value.byteLength;
      if (length > maxBytes) throw new Problem('too-large', `A body has at most ${maxBytes} bytes.`);
      parts.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw fault('body', 'is text in UTF-8');
  }
}

function fault(name: string, reason: string): Problem {
  return new Problem('invalid-body', `${name} ${reason}.`, [{ name, reason }]);
}
