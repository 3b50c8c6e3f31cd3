import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { encodeArrow, type IncidentTable } from '@corridor/incident-table';

/** A server with all that the API has, but with the incidents of a table instead of those in its store. */
export interface SeededServer {
  readonly url: string;
  /** Bytes sent since this was last asked, headers included. */
  takeBytes(): SentBytes;
  stop(): void;
}

export interface SentBytes {
  readonly incidents: number;
  readonly all: number;
}

const INCIDENTS = '/v1/incidents.arrow';

/**
 * Stands before the API, which cannot hold made-up tables of any size without a long time of filling its store. Encodes
 * and compresses as the API does, for each request. Without a table it passes everything on.
 */
export async function startSeededServer(api: string, table: IncidentTable | null): Promise<SeededServer> {
  let [incidents, all] = [0, 0];
  const server = createServer((incoming, response) => {
    const before = incoming.socket.bytesWritten;
    response.on('close', () => {
      const sent = incoming.socket.bytesWritten - before;
      all += sent;
      if (incoming.url === INCIDENTS) incidents += sent;
    });
    if (incoming.url === INCIDENTS && table) sendTable(table, response);
    else passOn(api, incoming, response);
  });
  return {
    url: await listen(server),
    takeBytes() {
      const sent = { incidents, all };
      [incidents, all] = [0, 0];
      return sent;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendTable(table: IncidentTable, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/vnd.apache.arrow.stream', 'Content-Encoding': 'gzip' });
  const gzip = createGzip();
  gzip.pipe(response);
  gzip.end(encodeArrow(table));
}

function passOn(api: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { headers, method = 'GET', url = '/' } = incoming;
  const onward = request(new URL(url, api), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('Expected a server on a port'));
      else resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
