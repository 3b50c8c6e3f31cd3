import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { toStoreError } from '../store-error.ts';
import type { Maintenance } from './maintain-database.ts';
import { removeAddress, writeAddress } from './maintenance-address.ts';

/** A reader that takes nothing for this long is cut off: a backup keeps the embedded database to itself. */
const STALL_MS = 30_000;

/**
 * Does maintenance for other processes of this machine, while this one has the embedded database open: HTTP on the
 * loopback address and a port of the system's choice, for whoever knows a secret that only the data directory's owner can
 * read. Asks: `/head`, `/entries?after=&limit=`, `/verify?position=&hash=` (lines of JSON, the last of which is the report
 * or the error), `/backup` (the file).
 */
export class MaintenanceEndpoint {
  readonly #server: Server;
  readonly #dataDir: string;
  readonly #running: Set<Promise<void>>;

  private constructor(server: Server, dataDir: string, running: Set<Promise<void>>) {
    this.#server = server;
    this.#dataDir = dataDir;
    this.#running = running;
  }

  /** Warns where it cannot listen, and goes on: the database works without it. */
  static async start(
    dataDir: string,
    maintenance: Maintenance,
    onWarning: (message: string) => void,
  ): Promise<MaintenanceEndpoint> {
    const secret = randomBytes(32).toString('base64url');
    const running = new Set<Promise<void>>();
    const server = createServer((request, response) => {
      if (!isAllowed(request, secret)) {
        response.writeHead(401).end();
        return;
      }
      const work = answer(maintenance, request, response).finally(() => running.delete(work));
      running.add(work);
    });
    server.unref();
    try {
      const port = await listen(server);
      await writeAddress(dataDir, { port, secret });
    } catch (error) {
      onWarning(`the database cannot be verified or backed up while it is open: ${toStoreError(error).message}`);
    }
    return new MaintenanceEndpoint(server, dataDir, running);
  }

  /** Cuts off what is under way, and waits until it has let go of the database. */
  async stop(): Promise<void> {
    await removeAddress(this.#dataDir);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await Promise.all([closed, ...this.#running]);
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('Expected a server on a port'));
    });
  });
}

/** Compares digests, which are equally long and tell nothing of how much was right. */
function isAllowed(request: IncomingMessage, secret: string): boolean {
  const digests = [request.headers.authorization ?? '', `Bearer ${secret}`].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  const [given, expected] = digests;
  return given !== undefined && expected !== undefined && timingSafeEqual(given, expected);
}

/** Never rejects: a reader that went away needs no answer. */
async function answer(maintenance: Maintenance, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const numberOf = (name: string) => Number(searchParams.get(name) ?? 0);
  try {
    if (pathname === '/head') response.end(JSON.stringify(await maintenance.auditHead()));
    else if (pathname === '/entries') {
      const range = { after: numberOf('after'), limit: numberOf('limit') };
      response.end(JSON.stringify(await maintenance.auditEntries(range)));
    } else if (pathname === '/verify') {
      const hash = searchParams.get('hash');
      await verify(maintenance, response, hash === null ? {} : { head: { position: numberOf('position'), hash } });
    } else if (pathname === '/backup') await backUp(maintenance, response);
    else response.writeHead(404).end();
  } catch (error) {
    const { code, message } = toStoreError(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end(JSON.stringify({ code, message }));
  }
}

async function backUp(maintenance: Maintenance, response: ServerResponse): Promise<void> {
  let sent = 0;
  const watch = setInterval(() => {
    const now = response.socket?.bytesWritten ?? 0;
    if (response.writableNeedDrain && now === sent) response.destroy();
    sent = now;
  }, STALL_MS);
  await maintenance.backup(response).finally(() => clearInterval(watch));
}

async function verify(
  maintenance: Maintenance,
  response: ServerResponse,
  options: Parameters<Maintenance['verifyAudit']>[0],
): Promise<void> {
  const send = (value: object) => response.write(`${JSON.stringify(value)}\n`);
  // Whoever went away needs no report.
  const onProgress = (progress: object) => {
    if (response.destroyed) throw new Error('the reader went away');
    send({ progress });
  };
  try {
    send({ report: await maintenance.verifyAudit({ ...options, onProgress }) });
  } catch (error) {
    const { code, message } = toStoreError(error);
    send({ error: { code, message } });
  }
  response.end();
}
