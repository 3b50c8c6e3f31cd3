import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { Query } from '@corridor/domain';
import {
  encodeDelta,
  encodeTable,
  type GeographyContext,
  IncidentEngine,
  type IncidentTable,
} from '@corridor/incident-table';

/** A server with all that the API has, but with the incidents of a table instead of those in its store. */
export interface SeededServer {
  readonly url: string;
  /** Incidents that count: retracted ones do not. Null for those of the API. */
  readonly counted: number | null;
  /** Bytes sent since this was last asked, headers included. */
  takeBytes(): SentBytes;
  stop(): void;
}

export interface SentBytes {
  readonly incidents: number;
  readonly all: number;
}

const ARROW = 'application/vnd.apache.arrow.stream';
const TABLE = '/v1/table.arrow';
type Send = (url: URL, response: ServerResponse, incoming: IncomingMessage) => void;

/** The incidents that a server has, and what places them. */
export interface Seeded {
  readonly table: IncidentTable;
  readonly geography: GeographyContext;
}

/**
 * Stands before the API, which cannot hold made-up tables of any size without a long time of filling its store. Answers what
 * depends on the incidents as the API does, encoded and compressed once for the revision; all else is the API's. Without
 * any it passes everything on.
 */
export async function startSeededServer(api: string, seeded: Seeded | null): Promise<SeededServer> {
  let [incidents, all] = [0, 0];
  const engine = seeded && createEngine(seeded);
  const own = engine ? ownRoutes(seeded.table, engine) : new Map<string, Send>();
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', api);
    const before = incoming.socket.bytesWritten;
    response.on('close', () => {
      const sent = incoming.socket.bytesWritten - before;
      all += sent;
      if (url.pathname === TABLE) incidents += sent;
    });
    const send = own.get(url.pathname);
    if (send) send(url, response, incoming);
    else passOn(url, incoming, response);
  });
  return {
    url: await listen(server),
    counted: engine?.answer({ filter: {} }).totals.matched ?? null,
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

/** As the API's is after its start: its distances are measured. */
function createEngine({ geography, table }: Seeded): IncidentEngine {
  const engine = new IncidentEngine(table, geography);
  engine.measureDistances(() => false);
  return engine;
}

function ownRoutes(table: IncidentTable, engine: IncidentEngine): ReadonlyMap<string, Send> {
  const whole = gzipSync(encodeTable(table));
  const unchanged = gzipSync(encodeDelta(table, table.revision, { upserts: [], removed: [] }));
  const { revision, rowCount } = table;
  return new Map<string, Send>([
    [TABLE, ({ searchParams }, response) => sendGzip(searchParams.has('since') ? unchanged : whole, response)],
    ['/v1/texts', ({ searchParams }, response) => sendJson(textsOf(table, searchParams), response)],
    ['/v1/query', (_, response, incoming) => void answerQuery(engine, incoming, response)],
    [
      '/v1/engine',
      (_, response) => sendJson({ engine: 'memory', revision, incidents: rowCount, reason: 'a bench' }, response),
    ],
  ]);
}

async function answerQuery(engine: IncidentEngine, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const query: Query = JSON.parse(await text(incoming));
  sendJson(engine.answer(query), response);
}

function textsOf(table: IncidentTable, parameters: URLSearchParams) {
  const { id, title, summary } = table.columns;
  const keys = (parameters.get('keys') ?? '').split(',').map(Number);
  const items = keys.flatMap((key) => {
    const row = table.rowOfKey(key);
    return row === undefined ? [] : [{ key, id: id.at(row), title: title.at(row), summary: summary.at(row) }];
  });
  return { revision: table.revision, items };
}

function sendGzip(bytes: Uint8Array, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': ARROW,
    'Content-Encoding': 'gzip',
    'Content-Length': bytes.byteLength,
    'Cache-Control': 'no-cache',
  });
  response.end(bytes);
}

function sendJson(value: unknown, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

function passOn(url: URL, incoming: IncomingMessage, response: ServerResponse): void {
  const { headers, method = 'GET' } = incoming;
  const onward = request(url, { method, headers }, (answer) => {
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
