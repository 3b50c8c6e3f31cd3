import type { OriginTest, Portfolio, RulesByOrigin } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import type { Store } from '@corridor/store';
import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import type { Client } from './access/accounts.ts';
import type { Person } from './access/person.ts';
import type { EngineSource } from './engine/engine-source.ts';
import type { OpenFeeds } from './feeds/open-feeds.ts';
import type { OriginAges } from './feeds/origin-freshness.ts';
import type { LiveData } from './live-data.ts';
import type { Limits } from './load/limits.ts';
import type { PastData } from './past-data.ts';
import type { ImportRunner } from './services/imports/import-runner.ts';
import type { KeptEncodings } from './services/kept-encodings.ts';
import type { Snapshot } from './snapshot.ts';

/** What the application is made of. Nothing in it reads the environment or listens to a port. */
export interface AppDeps {
  readonly store: Store;
  readonly portfolio: Pick<Portfolio, 'info' | 'basemap' | 'gazetteer' | 'issues'>;
  readonly boundaries: Boundaries;
  readonly live: LiveData;
  readonly past: PastData;
  readonly access: Access;
  readonly feeds: OpenFeeds;
  readonly source: Pick<EngineSource, 'changedSince'>;
  /** Whose records leave in no export. */
  readonly countedOnly: OriginTest;
  /** How old the records of each may be. */
  readonly originAges: RulesByOrigin<OriginAges>;
  /** Origins, and beginnings with their `*`, that the operator's rules name. */
  readonly namedOrigins: readonly string[];
  /** Why it is this engine that answers. */
  readonly engineReason: string;
  readonly kept: KeptEncodings;
  readonly imports: ImportRunner;
  readonly limits: Limits;
  /** Bytes of answers that wait for slow readers. */
  readonly unsentBytes: () => number;
  readonly logger: Logger;
  /** Folder of the built dashboard; null serves the API alone. */
  readonly webRoot: string | null;
  readonly tilesUrl: string | undefined;
  /** Aborted when the server begins to stop: open event streams end. */
  readonly stopping: AbortSignal;
}

export interface AppEnv {
  /** Absent where no server stands behind the request. */
  Bindings: Partial<HttpBindings>;
  /** `person` is who asks, or null for nobody. */
  Variables: { requestId: string; snapshot: Snapshot; body: string; client: Client; person: Person | null };
}

export type Api = OpenAPIHono<AppEnv>;

export function createRouter(): Api {
  return new OpenAPIHono<AppEnv>();
}
