import { randomBytes } from 'node:crypto';
import {
  foldText,
  type NewRoute,
  type NewSite,
  type PortfolioInfo,
  Problem,
  type Route,
  type RouteChanges,
  routeSchema,
  type Site,
  type SiteChanges,
  siteSchema,
} from '@corridor/domain';
import {
  type Creation,
  type IdempotencyKey,
  StaleError,
  type Store,
  StoreError,
  type TargetVersion,
  type WriteOutcome,
} from '@corridor/store';
import type { z } from 'zod';
import type { LiveData } from '../live-data.ts';
import { checkRoute, checkSite } from './check-target.ts';
import { keyReused, LONGEST_WAIT_MS } from './write-records.ts';

export interface TargetWritingDeps {
  readonly store: Store;
  readonly live: LiveData;
  readonly info: PortfolioInfo;
}

/** A site or route as it was written. */
export type SavedTarget<Target> = Target & { readonly version: number; readonly revision: number };

interface Edit<Changes> {
  readonly reason: string;
  readonly changes: Changes;
}

/** What differs between sites and routes. */
interface TargetKind<Target extends Route | Site> {
  readonly name: 'site' | 'route';
  readonly save: (target: Target, expected: number | null, change: Creation) => Promise<WriteOutcome>;
  readonly versions: (id: string) => Promise<readonly TargetVersion<Target>[]>;
}

/** Adds a site, once for each key. Throws the Problems `invalid-body`, and `conflict` for an id or key that is taken. */
export function createSite(
  deps: TargetWritingDeps,
  by: string,
  { id, ...site }: NewSite,
  once: IdempotencyKey | null,
): Promise<SavedTarget<Site>> {
  checkSite(site, null, worldOf(deps));
  return create(deps, sitesOf(deps.store), by, id, (given) => ({ ...site, id: given }), once);
}

/** As `createSite`. */
export function createRoute(
  deps: TargetWritingDeps,
  by: string,
  { id, ...route }: NewRoute,
  once: IdempotencyKey | null,
): Promise<SavedTarget<Route>> {
  checkRoute(route, null, worldOf(deps));
  return create(deps, routesOf(deps.store), by, id, (given) => ({ ...route, id: given }), once);
}

/** Changes fields of a site that is at `version`. Throws the Problems `not-found`, `invalid-body` and `stale`. */
export function editSite(
  deps: TargetWritingDeps,
  by: string,
  id: string,
  version: number,
  { changes, reason }: Edit<SiteChanges>,
): Promise<SavedTarget<Site>> {
  return edit(deps, sitesOf(deps.store), { by, reason }, id, version, (site) => {
    checkSite(changes, site, worldOf(deps), 'changes.');
    return changed(siteSchema, { ...site, ...changes });
  });
}

/** As `editSite`. */
export function editRoute(
  deps: TargetWritingDeps,
  by: string,
  id: string,
  version: number,
  { changes, reason }: Edit<RouteChanges>,
): Promise<SavedTarget<Route>> {
  return edit(deps, routesOf(deps.store), { by, reason }, id, version, (route) => {
    checkRoute(changes, route, worldOf(deps), 'changes.');
    return changed(routeSchema, { ...route, ...changes });
  });
}

function sitesOf(store: Store): TargetKind<Site> {
  return {
    name: 'site',
    save: (site, expected, change) => store.saveSite(site, expected, change),
    versions: (id) => store.siteVersions(id),
  };
}

function routesOf(store: Store): TargetKind<Route> {
  return {
    name: 'route',
    save: (route, expected, change) => store.saveRoute(route, expected, change),
    versions: (id) => store.routeVersions(id),
  };
}

function worldOf({ info, live }: TargetWritingDeps) {
  return { info, known: live.current().known };
}

async function create<Target extends Route | Site>(
  { live }: TargetWritingDeps,
  kind: TargetKind<Target>,
  by: string,
  wanted: string | undefined,
  make: (id: string) => Target,
  once: IdempotencyKey | null,
): Promise<SavedTarget<Target>> {
  for (const id of wanted === undefined ? idsFor(make('').name) : [wanted]) {
    try {
      const { repeats, revision } = await kind.save(make(id), null, { by, reason: 'added', once });
      await live.reach(revision, LONGEST_WAIT_MS);
      const [first] = await kind.versions(repeats ?? id);
      if (first) return saved(first);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.code === 'key-reused') throw keyReused();
      if (error.code !== 'taken') throw error;
    }
  }
  throw new Problem('conflict', `There is a site or route ${wanted ?? ''} already.`, [
    { name: 'id', reason: 'is an id that no site or route has' },
  ]);
}

/** Ids that say what a thing is called: the name, else the name and something that nothing else has. */
function idsFor(name: string): readonly string[] {
  const words = foldText(name).match(/[a-z0-9]+/g) ?? [];
  const plain = words.join('-').slice(0, 80).replace(/-$/, '');
  const more = randomBytes(3).toString('hex');
  return plain === '' ? [`place-${more}`] : [plain, `${plain}-${more}`];
}

async function edit<Target extends Route | Site>(
  { live }: TargetWritingDeps,
  kind: TargetKind<Target>,
  change: Creation,
  id: string,
  version: number,
  decide: (present: Target) => Target,
): Promise<SavedTarget<Target>> {
  const present = await standing(kind, id);
  if (present.version !== version) throw staleProblem(kind.name, present);
  try {
    const { revision } = await kind.save(decide(present.record), version, change);
    await live.reach(revision, LONGEST_WAIT_MS);
  } catch (error) {
    if (error instanceof StaleError) throw staleProblem(kind.name, await standing(kind, id));
    throw error;
  }
  const versions = await kind.versions(id);
  return saved(versions.find((one) => one.version === version + 1) ?? present);
}

/** The record with its changes, if that is one. Throws the Problem `invalid-body`. */
function changed<Target>(schema: z.ZodType<Target>, record: unknown): Target {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  const invalid = result.error.issues
    .slice(0, MAX_SHOWN)
    .map(({ message, path }) => ({ name: `changes.${path.join('.')}`, reason: message }));
  throw new Problem('invalid-body', `${invalid.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`, invalid);
}

const MAX_SHOWN = 5;

async function standing<Target extends Route | Site>(
  kind: TargetKind<Target>,
  id: string,
): Promise<TargetVersion<Target>> {
  const last = (await kind.versions(id)).at(-1);
  if (!last) throw new Problem('not-found', `There is no ${kind.name} with this id.`);
  return last;
}

function staleProblem<Target extends Route | Site>(kind: string, present: TargetVersion<Target>): Problem {
  const message = `Changed meanwhile: the ${kind} is at version ${present.version} now.`;
  return new Problem('stale', message, [], saved(present));
}

function saved<Target extends Route | Site>({ record, revision, version }: TargetVersion<Target>): SavedTarget<Target> {
  return { ...record, version, revision };
}
