import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

interface Refusal {
  readonly status: number;
  readonly code: 'invalid-parameter' | 'too-large';
  readonly name: string;
  readonly reason: string;
}

const TOO_LARGE: Refusal = { status: 431, code: 'too-large', name: 'headers', reason: 'are longer than is taken' };
const TOO_SLOW: Refusal = { status: 408, code: 'invalid-parameter', name: 'request', reason: 'came too slowly' };
const BROKEN: Refusal = { status: 400, code: 'invalid-parameter', name: 'request', reason: 'is no HTTP request' };
const BAD_TARGET: Refusal = {
  ...{ status: 400, code: 'invalid-parameter', name: 'url' },
  reason: 'or the header Host is none of a web server',
};

const HEADERS = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** Answers what the application never sees, since its path or its header Host make no URL. */
export function refuseTarget(): Response {
  return new Response(problemOf(BAD_TARGET), { status: BAD_TARGET.status, headers: HEADERS });
}

/** What Node.js says of a `clientError`; the packet is the one that could not be read, in most cases the first. */
type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer };

/** Answers what cannot be read as a request at all, and ends the connection. To be told of a server’s `clientError`. */
export function refuseUnreadable(error: ClientError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = refusalOf(error.code);
  const body = problemOf(refusal);
  const headers = { ...HEADERS, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${isHead(error) ? '' : body}`,
  );
}

/** An answer to HEAD has no body. */
function isHead({ rawPacket }: ClientError): boolean {
  return rawPacket?.subarray(0, 5).toString('latin1') === 'HEAD ';
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return TOO_LARGE;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? TOO_SLOW : BROKEN;
}

function problemOf({ code, name, reason, status }: Refusal): string {
  return JSON.stringify({
    type: `urn:corridor-watch:problem:${code}`,
    title: STATUS_CODES[status],
    status,
    detail: `The ${name} ${reason}.`,
    instance: '',
    code,
    requestId: randomUUID(),
    invalid: [{ name, reason }],
  });
}
