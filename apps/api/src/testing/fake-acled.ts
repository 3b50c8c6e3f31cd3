import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AcledRow } from './acled-rows.ts';

const PAGE = 5_000;

/** Answers in ACLED's place; false leaves it to ACLED. */
type Interruption = (path: string, response: ServerResponse) => boolean;

/** What answers as ACLED's API is described to, on the loopback address, of the events and deletions that it is given. */
export class FakeAcled {
  events: readonly AcledRow[] = [];
  /** Seconds at which each id was deleted. */
  deletions: Readonly<Record<string, number>> = {};
  password = 'p&ss word';
  interrupt: Interruption = () => false;
  /** Paths with queries, without those of the token. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeAcled> {
    const fake = new FakeAcled();
    await new Promise<void>((done) => fake.#server.listen(0, '127.0.0.1', done));
    return fake;
  }

  get address(): string {
    const bound = this.#server.address();
    return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
  }

  /** What was asked since this was last called. */
  takeAsked(): readonly string[] {
    return this.asked.splice(0);
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    if (url.pathname === '/oauth/token') return this.#giveToken(request, response);
    const path = decodeURIComponent(`${url.pathname}${url.search}`);
    this.asked.push(path);
    if (this.interrupt(path, response)) return;
    if (request.headers.authorization !== 'Bearer token') return send(response, 401, {});
    if (url.pathname === '/api/acled/read')
      return send(response, 200, { status: 200, data: this.#eventsOf(url.searchParams) });
    send(response, 200, { status: 200, data: this.#deletionsOf(url.searchParams) });
  }

  async #giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request) body += part;
    const isKnown = new URLSearchParams(body).get('password') === this.password;
    send(response, isKnown ? 200 : 400, isKnown ? { access_token: 'token', expires_in: 86_400 } : { error: 'no' });
  }

  #eventsOf(query: URLSearchParams): readonly AcledRow[] {
    const [from = '', to = ''] = (query.get('event_date') ?? '').split('|');
    const since = Number(query.get('timestamp') ?? 0);
    return this.events
      .filter(({ country }) => country === query.get('country'))
      .filter(({ event_date }) => event_date >= from && event_date <= to)
      .filter(({ timestamp }) => timestamp >= since)
      .slice(0, PAGE);
  }

  #deletionsOf(query: URLSearchParams): readonly object[] {
    const since = Number(query.get('deleted_timestamp') ?? 0);
    return Object.entries(this.deletions)
      .filter(([, at]) => at >= since)
      .map(([event_id_cnty, at]) => ({ event_id_cnty, deleted_timestamp: String(at) }));
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
