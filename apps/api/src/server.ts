import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Api } from './app-env.ts';
import type { OpenResponses } from './load/open-responses.ts';
import { MAX_URL_LENGTH } from './middleware/well-formed-url.ts';
import { refuseTarget, refuseUnreadable } from './unreadable-request.ts';

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, lets requests in flight finish for at most `graceMs`, then closes what is left. */
  stop(graceMs: number): Promise<void>;
}

/** Room for the longest URL that the application takes, and the headers of any proxy. */
const MAX_HEADER_BYTES = MAX_URL_LENGTH + 16_384;

/**
 * How long the headers and a whole request may take to come in, and how long a connection may stand still in either
 * direction. A file to be imported may come slowly; all other bodies have a shorter limit of their own.
 */
const HEADERS_TIMEOUT_MS = 30_000;
const REQUEST_TIMEOUT_MS = 3_600_000;
const STALL_TIMEOUT_MS = 60_000;

/** Listens, and notes every response in `responses` until its reader has it. Rejects with Node's error when it cannot: EADDRINUSE, EACCES, EADDRNOTAVAIL … */
export async function listen(
  app: Pick<Api, 'fetch'>,
  responses: OpenResponses,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: answerFailure });
  // A request without the header Host is refused with a problem, as any other that makes no URL.
  const options = {
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => {
    responses.add(response);
    void listener(request, response);
  });
  server.on('clientError', refuseUnreadable);
  server.setTimeout(STALL_TIMEOUT_MS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { url: urlOf(server, host), stop: (graceMs) => stop(server, graceMs) };
}

/** The application answers its own errors. */
function answerFailure(error: unknown): Response {
  return error instanceof RequestError ? refuseTarget() : new Response(null, { status: 500 });
}

function urlOf(server: Server, host: string): string {
  const { port } = addressOf(server);
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a server on a port');
  return address;
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(force);
}
