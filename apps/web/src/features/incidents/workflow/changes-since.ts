import type { RecordVersion } from '../../../lib/api/record.ts';

/** What others made of a record since the version that somebody looked at, oldest first. */
export function changesSince(versions: readonly RecordVersion[], seen: number): readonly RecordVersion[] {
  return versions.filter(({ version }) => version > seen).toSorted((a, b) => a.version - b.version);
}
