import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a port of this machine. */
export interface LocalServer {
  readonly port: number;
  /** Paths that were asked for, with what of them was conditional. */
  readonly asked: readonly {
    readonly path: string;
    readonly etag: string | undefined;
    readonly agent: string | undefined;
  }[];
  close(): Promise<void>;
}

export async function serveLocally(listener: RequestListener): Promise<LocalServer> {
  const asked: LocalServer['asked'][number][] = [];
  const server = createServer((request, response) => {
    const { headers, url = '' } = request;
    asked.push({ path: url, etag: headers['if-none-match'], agent: headers['user-agent'] });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: portOf(server), asked, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (!isPort(address)) throw new Error('Expected a server on a port');
  return address.port;
}

function isPort(address: ReturnType<Server['address']>): address is AddressInfo {
  return address !== null && typeof address === 'object';
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
