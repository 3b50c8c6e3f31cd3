import { Problem } from '@corridor/domain';
import type { SourceAttempt } from '@corridor/store';
import { type ParsedFeed, parseFeed } from './parse-feed.ts';
import type { RefusedAddresses } from './refused-addresses.ts';
import { SourceFault } from './source-fault.ts';
import type { SourceReader, Validators } from './source-reader.ts';
import type { WatchedSource } from './sources-file.ts';
import { readPage, type TakeDeps, type TakenArticle, takeArticle } from './take-article.ts';

export interface CheckDeps extends TakeDeps {
  readonly reader: Pick<SourceReader, 'read'>;
  /** Articles that could not be read, and will not be tried again for a while. */
  readonly refused: RefusedAddresses;
}

/** What a look at a source brought. */
export interface Finding extends Omit<SourceAttempt, 'nextInSeconds'> {
  /** Seconds after which the source itself wants to be asked again; null where it did not say. */
  readonly retryAfter: number | null;
}

/** Articles that one look reads; more wait for the next. */
const MAX_ARTICLES = 40;
const FEED = 'application/rss+xml, application/atom+xml, application/xml, text/xml;q=0.9, */*;q=0.1';
const PAGE = 'text/html, application/xhtml+xml';
/** As versions and the audit trail name it. */
const WATCHER = 'watcher';

/** Looks at a source once. What goes wrong with the source is the finding; rejects with what goes wrong here. */
export async function checkSource(deps: CheckDeps, source: WatchedSource, known: Validators): Promise<Finding> {
  try {
    return source.kind === 'page' ? await checkPage(deps, source, known) : await checkFeed(deps, source, known);
  } catch (error) {
    const { message, retryAfter } = asFault(error);
    return { succeeded: false, validators: null, reasons: [message], rows: 0, lastRecordAt: null, retryAfter };
  }
}

async function checkPage(deps: CheckDeps, { address, id }: WatchedSource, known: Validators): Promise<Finding> {
  const answer = await deps.reader.read(address, PAGE, { known });
  if (answer === null) return NOTHING_NEW;
  const article = await readPage(deps.extractor, answer.text, address);
  const taken = await takeArticle(deps, article, { sourceId: id, isWatchedPage: true, takenBy: WATCHER });
  return { ...found([taken]), validators: answer, reasons: taken.faults };
}

async function checkFeed(deps: CheckDeps, source: WatchedSource, known: Validators): Promise<Finding> {
  const answer = await deps.reader.read(source.address, FEED, { known });
  if (answer === null) return NOTHING_NEW;
  const feed = parseFeed(answer.text, source.address, Date.now());
  const { isWhole, reasons, taken } = await takeItems(deps, source, feed);
  return {
    ...found(taken),
    // A feed that was not read to its end is asked for whole again.
    validators: isWhole ? answer : { etag: '', lastModified: '' },
    // Articles may share a reason, such as a model that does not answer.
    reasons: [...new Set([...feed.faults, ...reasons])],
  };
}

async function takeItems(deps: CheckDeps, { id }: WatchedSource, { items }: ParsedFeed) {
  const taken: TakenArticle[] = [];
  const reasons: string[] = [];
  let isWhole = true;
  let read = 0;
  for (const { address, published } of items) {
    if (deps.refused.has(address) || (await deps.store.drafts.articleAt(address)) !== null) continue;
    if (read++ >= MAX_ARTICLES) return { isWhole: false, reasons, taken };
    try {
      const answer = await deps.reader.read(address, PAGE);
      const article = await readPage(deps.extractor, answer?.text ?? '', address);
      const dated = { ...article, published: article.published ?? published };
      const one = await takeArticle(deps, dated, { sourceId: id, isWatchedPage: false, takenBy: WATCHER });
      // The same text under another address: there is nothing to know it by the next time.
      if (!one.isNew) deps.refused.add(address);
      taken.push(one);
      reasons.push(...one.faults);
    } catch (error) {
      const fault = asFault(error);
      reasons.push(`${address}: ${fault.message}`);
      if (fault.isLasting) deps.refused.add(address);
      else isWhole = false;
    }
  }
  return { isWhole, reasons, taken };
}

/** What a source is told to have failed by; throws what is an error of this program. */
function asFault(error: unknown): SourceFault {
  if (error instanceof SourceFault) return error;
  const isBusy = error instanceof Problem && (error.code === 'overloaded' || error.code === 'not-ready');
  if (isBusy) return new SourceFault('the server had no time to read it');
  throw error;
}

const NOTHING_NEW: Finding = {
  ...{ succeeded: true, validators: null, reasons: [], rows: 0, lastRecordAt: null, retryAfter: null },
};

/** A record is of when it was published, as far as that is known and not to come; else of now. */
function found(taken: readonly TakenArticle[]): Omit<Finding, 'validators' | 'reasons'> {
  const now = Date.now();
  const moments = taken.flatMap(({ isNew, publishedAt }) => (isNew ? Math.min(publishedAt ?? now, now) : []));
  const newest = moments.length === 0 ? null : new Date(Math.max(...moments)).toISOString();
  return { succeeded: true, rows: moments.length, lastRecordAt: newest, retryAfter: null };
}
