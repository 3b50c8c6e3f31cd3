import { type DraftChanges, type Incident, type PortfolioInfo, Problem } from '@corridor/domain';
import type { ExpectedVersion, PresentIncident } from '@corridor/store';
import { changedIncident, checkCounts, checkReferences, checkStatusHolds } from './check-incident.ts';
import { findFiling } from './edit-incident.ts';
import type { IncidentDetail } from './show-incident.ts';
import { sameClaim, sameSource, unite } from './unite-evidence.ts';
import { detailAt, type WritingDeps, writeRecords } from './write-records.ts';

export interface Merge {
  readonly reason: string;
  readonly doubles: readonly { readonly id: string; readonly version: number }[];
  /** Fields of the record that stays, chosen by hand. */
  readonly changes: DraftChanges;
}

/** Makes incidents doubles of one that stays, which gets their sources and claims. */
export async function mergeRecords(
  deps: WritingDeps & { readonly info: PortfolioInfo },
  { id: by }: { readonly id: string },
  id: string,
  version: number,
  { changes, doubles, reason }: Merge,
): Promise<IncidentDetail> {
  await findFiling(deps, id);
  const ids = doubles.map((double) => double.id);
  if (ids.includes(id)) throw new Problem('conflict', 'An incident cannot be merged into itself.');
  checkReferences(changes, { info: deps.info, known: deps.live.current().known }, 'changes.');
  const { revision } = await writeRecords(deps, {
    ...{ by, reason, action: 'incident.merge', subject: id, detail: { doubles: ids } },
    expected: [{ id, version }, ...doubles],
    decide: (present) => {
      const stays = present.get(id);
      const merged = ids.flatMap((double) => present.get(double) ?? []);
      if (!stays) return { save: [] };
      checkCounts(stays);
      for (const double of merged) checkMayMerge(double);
      const united = unite(
        stays.incident,
        merged.map(({ incident }) => incident),
      );
      const changed = changedIncident(fitting(united, changes), changes);
      checkStatusHolds(stays.incident, changed);
      return { save: [changed], merge: { ids, into: id } };
    },
  });
  return detailAt(deps, id, revision);
}

function checkMayMerge(double: PresentIncident): void {
  checkCounts(double);
  if (double.doubles.length === 0) return;
  const { id } = double.incident;
  throw new Problem('conflict', `${double.doubles.join(', ')} is merged into ${id}: undo that first, or keep ${id}.`);
}

const LIMITS = { sources: 200, claims: 100 };

/** `unite` may make lists that are longer than a record holds: then they are to be chosen by hand. */
function fitting(incident: Incident, changes: DraftChanges): Incident {
  for (const list of ['sources', 'claims'] as const) {
    if (incident[list].length <= LIMITS[list] || changes[list]) continue;
    const reason = `together they have ${incident[list].length}, a record holds ${LIMITS[list]}: choose them in changes.${list}`;
    throw new Problem('conflict', `Of ${list}, ${reason}.`, [{ name: `changes.${list}`, reason }]);
  }
  return incident;
}

/**
 * Lets doubles count again. What came into the record by a merge alone, and that no other double has as well, goes out of
 * it: sources and claims as they stand there still. What people wrote since stays.
 */
export async function unmergeRecords(
  deps: WritingDeps,
  { id: by }: { readonly id: string },
  id: string,
  { doubles: ids, reason }: { readonly reason: string; readonly doubles: readonly string[] },
): Promise<IncidentDetail> {
  await findFiling(deps, id);
  const others = (await deps.store.doublesOf(id)).filter((double) => !ids.includes(double));
  const merged = await readMergedEvidence(deps, id);
  const expected: ExpectedVersion[] = [id, ...ids, ...others].map((each) => ({ id: each, version: null }));
  const known = await deps.store.filings(ids);
  const unknown = ids.find((double) => !known.has(double));
  if (unknown !== undefined) throw new Problem('conflict', `${unknown} is no incident.`);
  const { revision } = await writeRecords(deps, {
    ...{ by, reason, action: 'incident.unmerge', subject: id, detail: { doubles: [...ids] } },
    expected: expected.map((each) => (each.id === id ? { id, version: merged.version } : each)),
    decide: (present) => {
      const stays = present.get(id);
      const leaving = ids.flatMap((double) => present.get(double) ?? []);
      if (!stays) return { save: [] };
      const stranger = leaving.find(({ mergedInto }) => mergedInto !== id);
      if (stranger) throw new Problem('conflict', `${stranger.incident.id} is not merged into ${id}.`);
      const staying = stays.doubles.flatMap((double) => (ids.includes(double) ? [] : (present.get(double) ?? [])));
      return { save: [without(stays.incident, leaving, staying, merged)], split: ids };
    },
  });
  return detailAt(deps, id, revision);
}

/** Which sources and claims came into a record by a merge, as far as its history up to `version` goes. */
interface MergedEvidence {
  readonly version: number;
  readonly sources: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

async function readMergedEvidence({ store }: WritingDeps, id: string): Promise<MergedEvidence> {
  const versions = await store.incidentVersions(id);
  const revisions = versions.map(({ revision }) => revision);
  const merges = await store.mergeRevisions(id, revisions);
  const sources = new Set<string>();
  const claims = new Set<string>();
  versions.forEach(({ incident, revision }, index) => {
    const before = versions[index - 1]?.incident;
    keep(sources, incident.sources.map(sameSource), before?.sources.map(sameSource) ?? [], merges.has(revision));
    keep(claims, incident.claims.map(sameClaim), before?.claims.map(sameClaim) ?? [], merges.has(revision));
  });
  return { version: versions.at(-1)?.version ?? 0, sources, claims };
}

/** Of what stands in a version, keeps what a merge brought; what a person took out and put in again is the person's. */
function keep(kept: Set<string>, now: readonly string[], before: readonly string[], byMerge: boolean): void {
  const had = new Set(before);
  for (const mark of now) if (byMerge && !had.has(mark)) kept.add(mark);
  const has = new Set(now);
  for (const mark of kept) if (!has.has(mark)) kept.delete(mark);
}

function without(
  incident: Incident,
  leaving: readonly PresentIncident[],
  staying: readonly PresentIncident[],
  merged: MergedEvidence,
): Incident {
  const goes = <T>(list: (of: Incident) => readonly T[], mark: (item: T) => string, brought: ReadonlySet<string>) => {
    const leave = new Set(leaving.flatMap((of) => list(of.incident).map(mark)));
    for (const stays of staying) for (const item of list(stays.incident)) leave.delete(mark(item));
    return (item: T) => brought.has(mark(item)) && leave.has(mark(item));
  };
  const source = goes((of) => of.sources, sameSource, merged.sources);
  const claim = goes((of) => of.claims, sameClaim, merged.claims);
  return {
    ...incident,
    sources: incident.sources.filter((item) => !source(item)),
    claims: incident.claims.filter((item) => !claim(item)),
  };
}
