import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** What a request sends. */
export interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** From sending it until the whole answer was there. */
  readonly ms: number;
}

/** No answer has taken that long unless it never comes. */
const HANG_MS = 60_000;
/** Of an answer; the document of the whole API is the longest that has to be whole. */
const KEPT_BYTES = 4_000_000;

/** Sends requests over connections that are kept, as clients do. */
export class Sender {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /**
   * Of a stream of events only the beginning is read. Rejects when the connection ends without an answer; one that was kept
   * may have been ended just then by the server, as idle: then it is sent once more, as clients do.
   */
  send(sent: Sent): Promise<Received> {
    return this.#send(sent, true);
  }

  #send(sent: Sent, mayRepeat: boolean): Promise<Received> {
    const { body, headers, method, target } = sent;
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const { hostname: host, port } = this.#url;
      const sending = request({ host, port, method, path: target, headers, agent: this.#agent }, (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        const end = () => {
          clearTimeout(timer);
          const { headers: received, statusCode = 0 } = answer;
          const text = unpack(Buffer.concat(parts), received['content-encoding']).toString('utf8');
          resolve({ status: statusCode, headers: received, body: text, ms: performance.now() - startedAt });
        };
        answer.on('data', (part: Buffer) => {
          if (bytes < KEPT_BYTES) parts.push(part);
          bytes += part.length;
          if (!answer.headers['content-type']?.startsWith('text/event-stream')) return;
          end();
          answer.destroy();
        });
        answer.on('end', end);
        answer.on('error', reject);
      });
      const timer = setTimeout(() => sending.destroy(new Error(`no answer within ${HANG_MS / 1000} s`)), HANG_MS);
      sending.on('error', (error) => {
        clearTimeout(timer);
        const wasIdle = sending.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
        if (mayRepeat && wasIdle) resolve(this.#send(sent, false));
        else reject(error);
      });
      sending.end(body ?? undefined);
    });
  }

  /** Sends bytes and gives what comes back until the other side ends, or for a moment. */
  sendRaw(bytes: string, waitMs: number): Promise<string> {
    return new Promise((resolve) => {
      let said = '';
      const socket = connect({ host: this.#url.hostname, port: Number(this.#url.port) });
      const end = () => {
        clearTimeout(timer);
        socket.destroy();
        resolve(said);
      };
      const timer = setTimeout(end, waitMs);
      socket.on('data', (part) => {
        said = (said + part.toString('latin1')).slice(0, 2000);
      });
      socket.on('close', end);
      socket.on('error', end);
      socket.write(Buffer.from(bytes, 'latin1'));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** What is cut off, or is not packed as it says, stays as it came. */
function unpack(bytes: Buffer, encoding: string | undefined): Buffer {
  const unpackers = { br: brotliDecompressSync, deflate: inflateSync, gzip: gunzipSync };
  const unpacker = Object.entries(unpackers).find(([name]) => name === encoding)?.[1];
  try {
    return unpacker ? unpacker(bytes) : bytes;
  } catch {
    return bytes;
  }
}
