import { type InvalidParameter, Problem } from '@corridor/domain';
import type { Article } from '@corridor/extraction';
import type { Store } from '@corridor/store';
import { articleAddress } from '../feeds/article-address.ts';
import type { ArticleExtractor } from '../feeds/article-extractor.ts';
import type { OpenFeeds } from '../feeds/open-feeds.ts';
import { SourceFault } from '../feeds/source-fault.ts';
import { readPage, type TakenArticle, takeArticle } from '../feeds/take-article.ts';
import { withinTime } from '../feeds/within-time.ts';
import { shownAll } from './show-draft.ts';

export interface Pasting {
  /** Read as it is; without it the page at the address is. */
  readonly text?: string | undefined;
  readonly address?: string | undefined;
  readonly published?: string | undefined;
}

export interface PasteDeps {
  readonly store: Store;
  readonly feeds: Pick<OpenFeeds, 'extractor' | 'proposer' | 'reader'>;
}

/** Somebody waits. */
const LONGEST_FETCH_MS = 25_000;
const PAGE = 'text/html, application/xhtml+xml';

/**
 * Reads drafts out of what somebody hands in: a text, or a page of a host that the operator lists. The same again gives what
 * is there. Throws the Problems `invalid-body`, `conflict` where a page cannot be read, `overloaded` and `not-ready`.
 */
export async function pasteArticle(
  { feeds, store }: PasteDeps,
  { id: takenBy }: { readonly id: string },
  pasting: Pasting,
) {
  const { extractor, proposer, reader } = feeds;
  try {
    const address = pasting.address === undefined ? null : articleAddress(pasting.address);
    const known = pasting.text === undefined && address !== null ? await store.drafts.articleAt(address) : null;
    if (known) return await answerOf(store, { id: known.id, isNew: false, faults: [] });
    const article = await articleOf({ ...pasting, address }, extractor, reader);
    const taken = await takeArticle({ store, extractor, proposer }, article, {
      sourceId: null,
      isWatchedPage: false,
      takenBy,
    });
    return await answerOf(store, taken);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    if (pasting.text !== undefined) throw refusal({ name: 'text', reason: error.message });
    throw new Problem('conflict', `The page could not be read: ${error.message}. Open it and paste its text instead.`);
  }
}

async function answerOf(store: Store, { faults, id, isNew }: Pick<TakenArticle, 'faults' | 'id' | 'isNew'>) {
  const article = await store.drafts.article(id);
  if (!article) throw new RangeError('Expected the article that was kept, got none');
  return { article, isNew, drafts: await shownAll(store, await store.drafts.ofArticle(id)), faults };
}

async function articleOf(
  { address, published, text }: Omit<Pasting, 'address'> & { readonly address: string | null },
  extractor: ArticleExtractor,
  reader: OpenFeeds['reader'],
): Promise<Article> {
  if (text !== undefined) {
    return { ...extractor.articleOfText(text, { published: published ?? null }), address };
  }
  if (address === null) throw refusal({ name: 'body', reason: 'has a text or an address' });
  if (!reader.isListed(address)) {
    const { host } = new URL(address);
    const reason = `leads to ${host}, a host that the operator does not list; open the page and paste its text instead`;
    throw refusal({ name: 'address', reason });
  }
  const answer = await withinTime(LONGEST_FETCH_MS, null, (signal) => reader.read(address, PAGE, { signal }));
  const article = await readPage(extractor, answer?.text ?? '', address);
  return { ...article, published: published ?? article.published };
}

function refusal(fault: InvalidParameter): Problem {
  return new Problem('invalid-body', `${fault.name} ${fault.reason}.`, [fault]);
}
