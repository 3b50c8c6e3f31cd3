import { newSourceSchema, Problem, parseDay, type Source, type SourceChanges } from '@corridor/domain';
import { type IdempotencyKey, StaleError, type Store, type StoredSource, StoreError } from '@corridor/store';
import type { LiveData } from '../live-data.ts';
import { keyReused, LONGEST_WAIT_MS } from './write-records.ts';

export interface SourceDeps {
  readonly store: Store;
  readonly live: LiveData;
}

/** A source with its place in the register, as it leaves the API. */
export interface ShownSource extends Source {
  readonly id: string;
  readonly version: number;
}

/** Incidents that are named of all that cite a source. */
const MAX_NAMED = 200;

/** A page of the register; `next` is null at its end. */
export async function listSources(
  { store }: Pick<SourceDeps, 'store'>,
  { cursor, limit, q }: { readonly q: string; readonly cursor: string | undefined; readonly limit: number },
) {
  const after = cursor === undefined ? null : readCursor(cursor);
  const words = q.split(/\s+/).filter((word) => word !== '');
  const found = await store.sources({ words, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ incidents, sites, ...stored }) => ({ ...shown(stored), incidents, sites })),
    next: found.length > limit && last ? writeCursor(last) : null,
  };
}

/** One source, and what cites it. Throws the Problem `not-found`. */
export async function showSource({ store }: Pick<SourceDeps, 'store'>, id: string) {
  const stored = await find(store, id);
  const cites = await store.sourceCitations(id, MAX_NAMED);
  const incidents = await store.incidentsByIds(cites.incidents);
  const names = new Map((await store.sites()).map((site) => [site.id, site.name]));
  return {
    ...shown(stored),
    citedBy: {
      incidents: incidents.map(({ incident }) => ({
        id: incident.id,
        title: incident.title,
        day: incident.occurred.start,
      })),
      sites: cites.sites.map((site) => ({ id: site, name: names.get(site) ?? site })),
    },
  };
}

/** Adds a source to the register, once for each key. Throws the Problem `conflict` for one that is there. */
export async function addSource(
  { live, store }: SourceDeps,
  by: string,
  source: Source,
  once: IdempotencyKey | null,
): Promise<ShownSource> {
  try {
    const id = await store.addSource(source, { by, reason: 'added', once });
    await live.reach(await store.revision(), LONGEST_WAIT_MS);
    return shown(await find(store, id));
  } catch (error) {
    if (error instanceof StoreError && error.code === 'key-reused') throw keyReused();
    if (error instanceof StoreError && error.code === 'taken') {
      throw new Problem('conflict', 'This source is in the register already.');
    }
    throw error;
  }
}

/**
 * Corrects a source in every record that cites it. Gives the source that stands then, which is another where that says the
 * same already. Throws the Problems `not-found`, `invalid-body` and `stale`.
 */
export async function correctSource(
  { live, store }: SourceDeps,
  by: string,
  id: string,
  version: number,
  { changes, reason }: { readonly changes: SourceChanges; readonly reason: string },
): Promise<ShownSource> {
  const present = await find(store, id);
  if (present.version !== version) throw staleProblem(present);
  try {
    const standing = await store.correctSource(id, corrected(present.source, changes), version, { by, reason });
    await live.reach(await store.revision(), LONGEST_WAIT_MS);
    return shown(await find(store, standing));
  } catch (error) {
    if (error instanceof StaleError) throw staleProblem(await find(store, id));
    throw error;
  }
}

/** Throws the Problem `invalid-body` with each fault by its path. */
function corrected(source: Source, changes: SourceChanges): Source {
  const result = newSourceSchema.safeParse({ ...source, ...changes });
  if (result.success) return result.data;
  const invalid = result.error.issues.map(({ message, path }) => ({
    name: `changes.${path.join('.')}`,
    reason: message,
  }));
  throw new Problem('invalid-body', `${invalid.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`, invalid);
}

async function find(store: Store, id: string): Promise<StoredSource> {
  const stored = await store.sourceById(id);
  if (!stored) throw new Problem('not-found', 'There is no source with this id.');
  return stored;
}

function staleProblem(present: StoredSource): Problem {
  const message = `Changed meanwhile: the source is at version ${present.version} now.`;
  return new Problem('stale', message, [], shown(present));
}

function shown({ id, source, version }: StoredSource): ShownSource {
  return { id, version, ...source };
}

function writeCursor({ id, source: { date, publisher } }: StoredSource): string {
  return Buffer.from(JSON.stringify([publisher, date, id])).toString('base64url');
}

/** Throws the Problem `invalid-parameter`. */
function readCursor(cursor: string): { publisher: string; date: string | null; id: string } {
  try {
    const [publisher, date, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isCursorPart(publisher) && (date === null || isDate(date)) && typeof id === 'string' && UUID.test(id)) {
      return { publisher, date, id };
    }
  } catch {
    // Not even JSON: refused as what is.
  }
  const reason = 'is not a cursor; allowed: `next` of a page';
  throw new Problem('invalid-parameter', `cursor ${reason}.`, [{ name: 'cursor', reason }]);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** No NUL and no half character: neither can be asked of the database. */
function isCursorPart(value: unknown): value is string {
  return typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && parseDay(value) !== null;
}
