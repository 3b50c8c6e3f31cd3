import { readFile } from 'node:fs/promises';
import { createRandom } from '@corridor/incident-table/testing';
import { openMaintenance } from '@corridor/store';
import type { ServerProcess } from '../build-server.ts';
import { faultsOf } from './check-answer.ts';
import { type Asker, FuzzPeople } from './fuzz-people.ts';
import { RAW_REQUESTS } from './hostile-values.ts';
import { readDocument } from './operations.ts';
import { type FuzzRequest, RequestMaker } from './request-maker.ts';
import { type Received, Sender } from './send-request.ts';
import { ValuePool } from './value-pool.ts';
import { Yardstick } from './yardstick.ts';

export interface FuzzSettings {
  /** With ACCESS=login and TRUST_PROXY=yes, over an embedded database. */
  readonly server: ServerProcess;
  readonly dataDir: string;
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

export interface FuzzFault {
  readonly what: string;
  readonly asker: string;
  readonly request: string;
  readonly answer: string;
}

export interface FuzzReport {
  readonly requests: number;
  readonly seconds: number;
  /** How often each operation answered with each status. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly faults: readonly FuzzFault[];
  /** Of the answers, in ms: the middle one, one in a thousand, the slowest. */
  readonly times: { readonly median: number; readonly slowest: number; readonly oneInThousand: number };
  /** Answers that took more than a second, all told: those that an idle machine would have given in time as well. */
  readonly overSecond: number;
  /** Bytes of the server's memory when it had warmed up, at most, and at the end; null where the system does not say. */
  readonly memory: { readonly warm: number; readonly peak: number; readonly end: number } | null;
  readonly auditEntries: number;
}

/** An answer takes no longer, on a machine that does nothing else. */
const SLOW_MS = 1_000;
const AT_ONCE = 4;
const REFRESH_EVERY = 250;
const RAW_EVERY = 400;
/** Memory at the end against memory when the server had seen a fifth of all. */
const MEMORY_RATIO = 2;
const MAX_FAULTS = 200;

/** Sends requests made from the server's own document to it, and gives what was wrong with the answers. */
export async function runFuzz(settings: FuzzSettings): Promise<FuzzReport> {
  const run = await FuzzRun.create(settings);
  try {
    return await run.run();
  } finally {
    run.close();
  }
}

class FuzzRun {
  readonly #settings: FuzzSettings;
  readonly #random: () => number;
  readonly #sender: Sender;
  readonly #people: FuzzPeople;
  readonly #pool: ValuePool;
  readonly #maker: RequestMaker;
  readonly #yardstick = new Yardstick();
  readonly #statuses = new Map<string, Map<number, number>>();
  readonly #faults: FuzzFault[] = [];
  readonly #times: number[] = [];
  #sent = 0;
  #warm: number | null = null;

  private constructor(settings: FuzzSettings, parts: { sender: Sender; people: FuzzPeople; document: string }) {
    this.#settings = settings;
    this.#random = createRandom(settings.seed);
    this.#sender = parts.sender;
    this.#people = parts.people;
    this.#pool = new ValuePool(this.#random);
    this.#maker = new RequestMaker(this.#random, readDocument(parts.document), this.#pool);
  }

  static async create(settings: FuzzSettings): Promise<FuzzRun> {
    const [, link = ''] = await settings.server.until(/first admin, open .*: (http\S+)/);
    const sender = new Sender(await settings.server.url());
    const people = await FuzzPeople.create(sender, link);
    const [admin] = people.askers.filter(({ name }) => name === 'admin');
    const headers = admin?.headers ?? {};
    const document = await sender.send({ method: 'GET', target: '/v1/openapi.json', headers, body: null });
    const run = new FuzzRun(settings, { sender, people, document: document.body });
    for (const path of TAUGHT) {
      const answer = await sender.send({ method: 'GET', target: path, headers, body: null });
      run.#pool.learn(path.split('?', 1)[0] ?? path, answer.body);
    }
    return run;
  }

  close(): void {
    this.#yardstick.stop();
    this.#sender.close();
  }

  async run(): Promise<FuzzReport> {
    const { dataDir, requests } = this.#settings;
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    const seconds = (performance.now() - startedAt) / 1000;
    const memory = await this.#memory();
    if (memory && memory.end > MEMORY_RATIO * memory.warm) {
      this.#note('memory', { asker: '', request: '', answer: JSON.stringify(memory) });
    }
    const maintenance = await openMaintenance({ dataDir });
    const audit = await maintenance.verifyAudit({});
    await maintenance.close();
    if (!audit.intact) this.#note(`audit trail: ${audit.fault.message}`, { asker: '', request: '', answer: '' });
    const times = [...this.#times].sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
    return {
      ...{ requests, seconds, statuses: this.#statuses, faults: this.#faults, memory },
      times: { median: at(0.5), oneInThousand: at(0.999), slowest: at(1) },
      overSecond: times.filter((ms) => ms > SLOW_MS).length,
      auditEntries: audit.intact ? audit.checked.entries : 0,
    };
  }

  async #work(): Promise<void> {
    const { onProgress, requests } = this.#settings;
    while (this.#sent < requests && this.#faults.length < MAX_FAULTS) {
      const number = ++this.#sent;
      if (number % REFRESH_EVERY === 0) await this.#people.refresh();
      if (number % RAW_EVERY === 0) await this.#sendRaw();
      else await this.#sendOne();
      if (number === Math.ceil(requests / 5)) this.#warm = await this.#residentBytes('VmRSS');
      onProgress?.(number);
    }
  }

  async #sendOne(): Promise<void> {
    const { askers } = this.#people;
    const asker = askers[Math.floor(this.#random() * askers.length)];
    if (!asker) throw new RangeError('Expected somebody who asks');
    const request = this.#maker.make();
    const address = `10.${Math.floor(this.#random() * 256)}.${Math.floor(this.#random() * 256)}.1`;
    const headers = { 'X-Forwarded-For': address, ...asker.headers, ...request.headers };
    const startedAt = performance.now();
    try {
      const answer = await this.#sender.send({ ...request, headers });
      this.#learn(request, answer);
      this.#judge(asker, request, answer, startedAt);
    } catch (error) {
      this.#note('no answer', { asker: asker.name, request: told(request), answer: String(error) });
    }
  }

  #learn({ operation, method }: FuzzRequest, { body, status }: Received): void {
    // Who keeps the house is in the list of people, and is to be left alone.
    if (status >= 300 || operation === null || (method === 'GET' && operation.path === '/v1/people')) return;
    this.#pool.learn(operation.path, body);
  }

  #judge(asker: Asker, request: FuzzRequest, answer: Received, startedAt: number): void {
    const { operation, method } = request;
    const name = operation && operation.method === method ? `${method} ${operation.path}` : 'what is not there';
    const counts = this.#statuses.get(name) ?? new Map<number, number>();
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    this.#statuses.set(name, counts);
    this.#times.push(answer.ms);
    const faults = [...faultsOf(request, answer)];
    if (answer.ms > SLOW_MS && answer.ms > this.#yardstick.allowance(SLOW_MS, startedAt)) {
      faults.push(`took ${Math.round(answer.ms)} ms`);
    }
    for (const what of faults) {
      this.#note(what, {
        asker: asker.name,
        request: told(request),
        answer: `${answer.status} ${answer.body.slice(0, 400)}`,
      });
    }
  }

  /** Whatever comes back, the server goes on: the next requests are answered. */
  async #sendRaw(): Promise<void> {
    const bytes = RAW_REQUESTS[Math.floor(this.#random() * RAW_REQUESTS.length)] ?? '';
    const said = await this.#sender.sendRaw(bytes, 500);
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0);
    if (status >= 500 && status !== 503 && status !== 501 && status !== 505) {
      this.#note(`status ${status}`, { asker: 'raw', request: bytes.slice(0, 200), answer: said.slice(0, 400) });
    }
  }

  #note(what: string, { answer, asker, request }: Omit<FuzzFault, 'what'>): void {
    this.#faults.push({ what, asker, request, answer });
  }

  async #memory(): Promise<FuzzReport['memory']> {
    const [end, peak] = [await this.#residentBytes('VmRSS'), await this.#residentBytes('VmHWM')];
    return end === null || peak === null || this.#warm === null ? null : { warm: this.#warm, peak, end };
  }

  async #residentBytes(field: 'VmRSS' | 'VmHWM'): Promise<number | null> {
    const status = await readFile(`/proc/${this.#settings.server.child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  }
}

/** Asked for at the beginning, so that there are ids and names to ask with. */
const TAUGHT = [
  '/v1/incidents?limit=50',
  '/v1/sites',
  '/v1/routes',
  '/v1/portfolio',
  '/v1/taxonomy',
  '/v1/summary',
  '/v1/regions',
];

function told({ body, headers, method, target }: FuzzRequest): string {
  const shown = body === null ? '' : ` ${body.subarray(0, 700).toString('utf8')}`;
  return `${method} ${target.slice(0, 700)} ${JSON.stringify(headers).slice(0, 400)}${shown}`;
}
