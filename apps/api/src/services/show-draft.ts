import { Problem, type UnfinishedDraft, unfinishedDraftSchema } from '@corridor/domain';
import type { DraftQuery, ListedDraft, Store, StoredArticle, StoredDraft } from '@corridor/store';
import { type NamedPerson, namedPerson, personNames } from '../access/person-names.ts';
import { writeDraftCursor } from '../params/draft-params.ts';
import { type DuplicatesDeps, findDuplicates } from './find-duplicates.ts';

export interface ShownDraft extends Omit<StoredDraft, 'decidedBy' | 'draft'> {
  readonly draft: UnfinishedDraft;
  readonly decidedBy: NamedPerson | null;
}

/** A page of drafts, newest first. `next` is null on the last. */
export async function listDrafts(store: Store, query: DraftQuery) {
  const found = await store.drafts.page({ ...query, limit: query.limit + 1 });
  const page = found.slice(0, query.limit);
  const [items, open] = await Promise.all([shownAll(store, page), store.drafts.openCounts()]);
  const last = page.at(-1);
  return { items, open, next: found.length > query.limit && last ? writeDraftCursor(last) : null };
}

/**
 * A draft with its article, the records that may tell of the same event, and the other events that the article tells of: an
 * older one with the records that it may be. Throws the Problem `not-found`.
 */
export async function showDraft(deps: DuplicatesDeps, id: string) {
  const draft = await findDraft(deps.store, id);
  const [article, all] = await Promise.all([
    articleOf(deps.store, draft),
    deps.store.drafts.ofArticle(draft.articleId),
  ]);
  const [shown, ...others] = await shownAll(deps.store, [draft, ...all.filter((other) => other.id !== id)]);
  if (!shown) throw new RangeError('Expected the draft that was found, got none');
  const recalled = others.filter(({ kind }) => kind === 'recalled');
  return {
    ...shown,
    article,
    duplicates: await findDuplicates(deps, shown.draft, undefined),
    recalled: await Promise.all(
      recalled.map(async (event) => ({ ...event, matches: await findDuplicates(deps, event.draft, undefined) })),
    ),
    siblings: others
      .filter(({ kind }) => kind === 'incident')
      .map(({ id: sibling, draft: { title = '' }, state }) => ({ id: sibling, title, state })),
  };
}

/** Throws the Problem `not-found`. */
export async function findDraft({ drafts }: Pick<Store, 'drafts'>, id: string): Promise<StoredDraft> {
  const draft = await drafts.draft(id);
  if (!draft) throw new Problem('not-found', 'There is no draft with this id.');
  return draft;
}

export async function articleOf({ drafts }: Pick<Store, 'drafts'>, { articleId }: StoredDraft): Promise<StoredArticle> {
  const article = await drafts.article(articleId);
  if (!article) throw new RangeError('Expected the article of a draft, got none');
  return article;
}

/** With the names of those who decided. */
export async function shownAll<D extends StoredDraft | ListedDraft>(
  { accounts }: Pick<Store, 'accounts'>,
  drafts: readonly D[],
): Promise<readonly (Omit<D, 'decidedBy' | 'draft'> & Pick<ShownDraft, 'decidedBy' | 'draft'>)[]> {
  const names = await personNames(
    accounts,
    drafts.flatMap(({ decidedBy }) => decidedBy ?? []),
  );
  return drafts.map((draft) => ({
    ...draft,
    // Checked when it was kept.
    draft: unfinishedDraftSchema.parse(draft.draft),
    decidedBy: namedPerson(names, draft.decidedBy),
  }));
}
