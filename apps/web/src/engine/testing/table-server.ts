import type { Query } from '@corridor/domain';
import {
  encodeDelta,
  encodeKeys,
  encodeTable,
  type GeographyContext,
  IncidentEngine,
  type IncidentTable,
  type KeyedIncident,
  TextIndex,
} from '@corridor/incident-table';

export interface TableServerOptions {
  readonly table: IncidentTable;
  readonly geography: GeographyContext;
  /** The base map's topology. */
  readonly base: unknown;
  readonly engine: 'memory' | 'sql';
}

/** What the engine asks of the API, over one table that changes as the test says, without a network. */
export interface TableServer {
  /** Stands for the browser's `fetch`. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly EventSource: unknown;
  table(): IncidentTable;
  /** Paths that were asked for since the start. */
  asked(): readonly string[];
  change(change: { readonly upserts: readonly KeyedIncident[]; readonly removed: readonly number[] }): void;
  changeTargets(to: Pick<GeographyContext, 'sites' | 'routes'>): void;
  setBack(table: IncidentTable): void;
  setEngine(engine: 'memory' | 'sql'): void;
  /** Tells those who listen the revision. */
  announce(): void;
  /** Makes a path fail until `mend`; with 401 as where nobody is signed in. */
  fail(path: string, status?: number): void;
  mend(): void;
  /** Lets a path wait for its answer until what is returned is called. */
  hold(path: string): () => void;
}

interface Change {
  readonly revision: number;
  readonly upserts: readonly number[];
  readonly removed: readonly number[];
}

export function createTableServer(options: TableServerOptions): TableServer {
  const { base } = options;
  let { engine, geography, table } = options;
  let targetsRevision = table.revision;
  let changes: Change[] = [];
  let failing: { readonly path: string; readonly status: number } | null = null;
  let held: { readonly path: string; readonly released: Promise<void> } | null = null;
  const asked: string[] = [];
  const listeners = new Set<(event: { readonly data: string }) => void>();

  function tableSince(since: number): Uint8Array {
    const known = changes.filter(({ revision }) => revision > since);
    if (since === 0 || since > table.revision) return encodeTable(table);
    const touched = new Set(known.flatMap(({ removed, upserts }) => [...removed, ...upserts]));
    const isThere = (key: number) => table.rowOfKey(key) !== undefined;
    return encodeDelta(table, since, {
      upserts: [...touched].filter(isThere).map((key) => ({ key })),
      removed: [...touched].filter((key) => !isThere(key)),
    });
  }

  function textsOf(keys: readonly number[]) {
    return keys.flatMap((key) => {
      const row = table.rowOfKey(key);
      if (row === undefined) return [];
      const { id, summary, title } = table.columns;
      return [{ key, id: id.at(row), title: title.at(row), summary: summary.at(row) }];
    });
  }

  function matchesOf(words: string): Uint8Array {
    const found = new TextIndex(table).find(words);
    return encodeKeys(table.columns.key.filter((_, row) => found[row] === 1).sort(), table.revision);
  }

  function answer(path: string, body: unknown): unknown {
    const { pathname, searchParams } = new URL(path, 'http://server');
    const of = { revision: table.revision, incidents: table.rowCount };
    switch (pathname) {
      case '/v1/engine':
        return { ...of, engine, reason: '' };
      case '/v1/portfolio':
        return { ...of, id: 'made-up', districts: geography.districts, provinces: [], firstDay: null, lastDay: null };
      case '/v1/sites':
        return { items: geography.sites, revision: table.revision };
      case '/v1/routes':
        return { items: geography.routes, revision: table.revision };
      case '/v1/basemap/base.json':
        return base;
      case '/v1/table.arrow':
        return tableSince(Number(searchParams.get('since') ?? 0));
      case '/v1/texts':
        return { ...of, items: textsOf((searchParams.get('keys') ?? '').split(',').map(Number)) };
      case '/v1/text-matches':
        return matchesOf(searchParams.get('q') ?? '');
      case '/v1/query':
        return new IncidentEngine(table, geography).answer(readQuery(body));
      default: {
        const row = table.rowOf(decodeURIComponent(pathname.replace('/v1/incidents/', '')));
        return row === undefined ? null : { key: table.columns.key[row] };
      }
    }
  }

  return {
    fetch: async (path, init) => {
      asked.push(path);
      if (held && path.startsWith(held.path)) await held.released;
      if (failing && path.startsWith(failing.path)) return new Response('{}', { status: failing.status });
      const body = answer(path, init?.body);
      if (body instanceof Uint8Array) {
        return new Response(new Uint8Array(body), { headers: { 'Targets-Revision': String(targetsRevision) } });
      }
      return new Response(JSON.stringify(body), { status: body === null ? 404 : 200 });
    },
    EventSource: class {
      static readonly CLOSED = 2;
      readonly readyState = 1;
      #listener: ((event: { readonly data: string }) => void) | undefined;
      addEventListener(name: string, listener: (event: { readonly data: string }) => void): void {
        if (name !== 'revision') return;
        listeners.add(listener);
        this.#listener = listener;
      }
      close(): void {
        if (this.#listener) listeners.delete(this.#listener);
      }
    },
    table: () => table,
    asked: () => asked,
    change({ removed, upserts }) {
      const revision = table.revision + 1;
      table = table.withChanges({ revision, upserts, removed });
      changes.push({ revision, upserts: upserts.map(({ key }) => key), removed });
    },
    changeTargets(to) {
      geography = { ...geography, ...to };
      this.change({ upserts: [], removed: [] });
      targetsRevision = table.revision;
    },
    setBack(to) {
      table = to;
      changes = [];
    },
    setEngine(to) {
      engine = to;
    },
    announce() {
      for (const listener of listeners) listener({ data: JSON.stringify({ revision: table.revision }) });
    },
    fail(path, status = 500) {
      failing = { path, status };
    },
    mend() {
      failing = null;
    },
    hold(path) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      held = { path, released };
      return () => release();
    },
  };
}

/** The body is what `askApi` sent. */
function readQuery(body: unknown): Query {
  const query: Query = JSON.parse(String(body));
  return query;
}
