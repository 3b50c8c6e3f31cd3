import { toApiError } from './fetch-json.ts';

/** GETs bytes and reports how many have come, counted after decompression; `total` is null when the server cannot say. */
export async function fetchBytes(
  path: string,
  onProgress: (progress: { received: number; total: number | null }) => void,
): Promise<Uint8Array> {
  const response = await fetch(path);
  if (!response.ok) throw await toApiError(response);
  const length = response.headers.get('Content-Encoding') ? null : response.headers.get('Content-Length');
  const total = length === null ? null : Number(length);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let received = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    received += value.byteLength;
    onProgress({ received, total });
  }
  return concatenate(chunks, received);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
