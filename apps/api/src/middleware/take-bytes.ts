import { Problem } from '@corridor/domain';

/** The pieces of a body as they come. Nothing where there is none. */
export async function* piecesOfBody(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A whole body of at most `maxBytes`; throws the Problem `too-large`. */
export async function takeBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of piecesOfBody(body)) {
    length += part.byteLength;
    if (length > maxBytes) throw new Problem('too-large', `A body has at most ${maxBytes} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
