import { type Draft, type PortfolioInfo, Problem } from '@corridor/domain';
import type { IdempotencyKey, Store, StoredDraft } from '@corridor/store';
import { sourceOf } from '../feeds/take-article.ts';
import { editIncident } from './edit-incident.ts';
import { type Filer, fileIncident } from './file-incident.ts';
import { articleOf, findDraft, type ShownDraft, shownAll } from './show-draft.ts';
import type { IncidentDetail } from './show-incident.ts';
import type { WritingDeps } from './write-records.ts';

type DecidingDeps = WritingDeps & { readonly info: PortfolioInfo };

/** Files what a person made of a draft, as any other incident is filed. Throws the Problems of `fileIncident`, and `conflict`. */
export async function fileDraft(
  deps: DecidingDeps,
  filer: Filer,
  id: string,
  draft: Draft,
  once: IdempotencyKey | null,
): Promise<IncidentDetail> {
  const stored = await findDraft(deps.store, id);
  if (stored.kind === 'recalled') {
    throw new Problem(
      'conflict',
      'The article recalls this event: link it to its record, or file the record by itself.',
    );
  }
  // With a key it may be this very request that filed it.
  if (once === null) checkOpen(stored);
  return fileIncident(deps, filer, draft, once, id);
}

/**
 * Adds the article of a draft to the sources of a record, unless its address is among them. Throws the Problems of
 * `editIncident`, and `conflict`.
 */
export async function linkDraft(
  deps: DecidingDeps,
  { id: by }: Filer,
  id: string,
  incidentId: string,
): Promise<IncidentDetail> {
  const stored = await findDraft(deps.store, id);
  checkOpen(stored);
  const source = sourceOf(await articleOf(deps.store, stored));
  if (source === null) {
    throw new Problem(
      'conflict',
      'The text was pasted without an address, so it can be no source: file or dismiss it.',
    );
  }
  const present = await deps.store.incidentById(incidentId);
  if (!present) throw new Problem('not-found', 'There is no incident with this id.');
  const { sources } = present.incident;
  const changes = { sources: sources.some(({ url }) => url === source.url) ? sources : [...sources, source] };
  const reason = `linked an article: ${source.title || source.url}`.slice(0, 500);
  const settles = { id, as: 'linked', incident: incidentId } as const;
  return editIncident(deps, { id: by, mayEditAll: true }, incidentId, present.version, { reason, changes }, settles);
}

/** Throws the Problems `not-found` and `conflict`. */
export async function dismissDraft(store: Store, { id: by }: Filer, id: string, reason: string): Promise<ShownDraft> {
  checkOpen(await findDraft(store, id));
  await store.drafts.dismiss(id, by, reason);
  const [shown] = await shownAll(store, [await findDraft(store, id)]);
  if (!shown) throw new RangeError('Expected the draft that was found, got none');
  if (shown.state !== 'dismissed') throw decided(shown.state);
  return shown;
}

function checkOpen({ state }: StoredDraft): void {
  if (state !== 'open') throw decided(state);
}

function decided(state: StoredDraft['state']): Problem {
  return new Problem('conflict', `The draft was ${state} already.`);
}
