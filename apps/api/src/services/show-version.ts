import { Problem } from '@corridor/domain';
import type { IncidentVersion, Store } from '@corridor/store';
import { personNames } from '../access/person-names.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * One version of an incident, whole. `changedBy` is a person's name, or the part of the program. Throws the Problem
 * `not-found`, also for a version that the snapshot does not know of yet.
 */
export async function showVersion(
  { store, snapshot }: { readonly store: Store; readonly snapshot: Snapshot },
  id: string,
  number: string,
): Promise<IncidentVersion> {
  const versions = await store.incidentVersions(id);
  const found = versions.find(({ revision, version }) => String(version) === number && revision <= snapshot.revision);
  if (!found) throw new Problem('not-found', 'There is no version of an incident with this id and number.');
  const names = await personNames(store.accounts, [found.changedBy]);
  return { ...found, changedBy: names.get(found.changedBy) ?? found.changedBy };
}
