import type { Route, Site } from '@corridor/domain';
import type { Store } from '@corridor/store';

/** Sites and routes as they stood at a revision. */
export interface Targets {
  /** The revision in which one of them last changed. */
  readonly targetsRevision: number;
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
}

/** Those of `known`, where nothing changed since. */
export async function targetsAt(store: Store, revision: number, known?: Targets): Promise<Targets> {
  const targetsRevision = await store.targetsRevision(revision);
  if (known?.targetsRevision === targetsRevision) {
    return { targetsRevision, sites: known.sites, routes: known.routes };
  }
  return { targetsRevision, sites: await store.sitesAt(revision), routes: await store.routesAt(revision) };
}
