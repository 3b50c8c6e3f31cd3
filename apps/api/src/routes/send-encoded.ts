import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { acceptsGzip } from '../middleware/accepts-gzip.ts';
import type { Encoded } from '../services/kept-encodings.ts';

/** What is handed to a reader at a time: all readers share the kept bytes, whatever their pace. */
const PART_BYTES = 64 * 1024;

/** Sends kept bytes part by part as the reader takes them, decompressed for one that takes no gzip. */
export function sendEncoded(
  c: Context<AppEnv>,
  { gzip, plainBytes }: Encoded,
  headers: Readonly<Record<string, string>>,
): Response {
  const stream = ReadableStream.from(partsOf(gzip));
  if (acceptsGzip(c.req.header('Accept-Encoding'))) {
    const length = String(gzip.byteLength);
    return c.body(stream, 200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': length });
  }
  const plain = stream.pipeThrough(new DecompressionStream('gzip'));
  return c.body(plain, 200, { ...headers, 'Content-Length': String(plainBytes) });
}

function* partsOf(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < bytes.byteLength; start += PART_BYTES) yield bytes.subarray(start, start + PART_BYTES);
}
