import { DRAFT_KINDS } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AppDeps, AppEnv } from './app-env.ts';
import { FRESHNESS } from './feeds/freshness.ts';
import { listFeeds } from './services/list-feeds.ts';

/** From what the memory answers to what a large export takes, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A scrape says that the store does not answer rather than wait for it longer. */
const STORE_LIMIT_MS = 2_000;

/** What is counted of this process. Labels are templates of routes, methods and statuses: never an id, a name or a path. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #deps: Pick<AppDeps, 'feeds' | 'live' | 'store'>;
  readonly #requests = this.#histogram(
    'corridor_http_request_duration_seconds',
    'Time to the head of the answer, by template of the route',
  );
  readonly #listeners = this.#gauge('corridor_live_listeners', 'Open streams of live events');
  readonly #rows = this.#gauge('corridor_engine_incidents', 'Incidents that count in the data that answers');
  readonly #answering = this.#gauge('corridor_engine_revision', 'Revision of the data that answers');
  readonly #isUp = this.#gauge('corridor_store_up', 'Whether the store answered this scrape in time');
  readonly #revision = this.#gauge('corridor_store_revision', 'Last revision: writes of records, by all processes');
  readonly #height = this.#gauge('corridor_audit_head_position', 'Position of the last entry of the audit trail');
  readonly #feeds = this.#labelled('corridor_feeds', 'Watched sources by how fresh each is', 'state');
  readonly #drafts = this.#labelled('corridor_drafts_open', 'Drafts of articles that wait to be decided', 'kind');
  readonly #resident = this.#gauge('process_resident_memory_bytes', 'Resident memory');
  readonly #heap = this.#gauge('nodejs_heap_size_used_bytes', 'Heap in use');
  readonly #started = this.#gauge('process_start_time_seconds', 'Start of the process, since 1970');
  readonly #cpu = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time taken',
    registers: [this.#registry],
  });

  constructor(deps: Pick<AppDeps, 'feeds' | 'live' | 'store'>) {
    this.#deps = deps;
    this.#started.set(Math.round(Date.now() / 1000 - process.uptime()));
  }

  /** Measures each request. */
  measure(): MiddlewareHandler<AppEnv> {
    return async (c, next) => {
      const start = performance.now();
      await next();
      const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none';
      this.#requests.observe(
        { method: c.req.method, route, status: String(c.res.status) },
        (performance.now() - start) / 1000,
      );
    };
  }

  /** Counts somebody who listens. Returns how to stop. */
  listen(): () => void {
    this.#listeners.inc();
    return () => this.#listeners.dec();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In the text format of Prometheus. What the store says is left out where it does not answer. */
  async text(): Promise<string> {
    const { engine, revision } = this.#deps.live.current();
    this.#rows.set(engine.incidents);
    this.#answering.set(revision);
    const { heapUsed, rss } = process.memoryUsage();
    this.#resident.set(rss);
    this.#heap.set(heapUsed);
    const { system, user } = process.cpuUsage();
    this.#cpu.reset();
    this.#cpu.inc((system + user) / 1e6);
    await this.#askStore();
    return this.#registry.metrics();
  }

  async #askStore(): Promise<void> {
    const { store } = this.#deps;
    const asking = [
      store.revision(),
      store.auditHead(),
      listFeeds(this.#deps, Date.now()),
      store.drafts.openCounts(),
    ] as const;
    const answer = await withinLimit(Promise.all(asking));
    this.#isUp.set(answer === null ? 0 : 1);
    this.#revision.remove();
    this.#height.remove();
    this.#feeds.reset();
    this.#drafts.reset();
    if (answer === null) return;
    const [revision, { position }, feeds, drafts] = answer;
    this.#revision.set(revision);
    this.#height.set(position);
    for (const state of FRESHNESS) this.#feeds.set({ state }, feeds.filter((feed) => feed.state === state).length);
    for (const kind of DRAFT_KINDS) this.#drafts.set({ kind }, drafts[kind]);
  }

  #labelled<L extends string>(name: string, help: string, label: L): Gauge<L> {
    return new Gauge({ name, help, labelNames: [label], registers: [this.#registry] });
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.#registry] });
  }

  #histogram(name: string, help: string): Histogram<'method' | 'route' | 'status'> {
    return new Histogram({
      ...{ name, help, buckets: BUCKETS, registers: [this.#registry] },
      labelNames: ['method', 'route', 'status'],
    });
  }
}

/** Null for what fails or comes too late. */
async function withinLimit<T>(promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), STORE_LIMIT_MS);
  });
  return Promise.race([promise.catch(() => null), late]).finally(() => clearTimeout(timer));
}
