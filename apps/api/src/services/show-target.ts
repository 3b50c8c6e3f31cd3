import { Problem, type Route, type Site } from '@corridor/domain';
import type { Store, TargetVersion } from '@corridor/store';
import { personNames } from '../access/person-names.ts';
import type { Snapshot } from '../snapshot.ts';

/** The number of the version that a site or route has in a snapshot. */
export async function versionAt(
  store: Pick<Store, 'siteVersions' | 'routeVersions'>,
  kind: 'site' | 'route',
  id: string,
  { revision }: Pick<Snapshot, 'revision'>,
): Promise<number> {
  const versions = await (kind === 'site' ? store.siteVersions(id) : store.routeVersions(id));
  return versions.findLast((version) => version.revision <= revision)?.version ?? 1;
}

/** Its versions up to the snapshot, oldest first, with persons by name. Throws the Problem `not-found`. */
export async function showVersions<Target extends Route | Site>(
  { store, snapshot }: { readonly store: Store; readonly snapshot: Pick<Snapshot, 'revision'> },
  versions: readonly TargetVersion<Target>[],
): Promise<{ readonly items: readonly TargetVersion<Target>[] }> {
  const known = versions.filter(({ revision }) => revision <= snapshot.revision);
  if (known.length === 0) throw new Problem('not-found', 'There is nothing with this id.');
  const names = await personNames(
    store.accounts,
    known.map(({ changedBy }) => changedBy),
  );
  return {
    items: known.map((version) => ({ ...version, changedBy: names.get(version.changedBy) ?? version.changedBy })),
  };
}
