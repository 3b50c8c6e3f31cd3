import {
  isoDateSchema,
  Problem,
  type Source,
  sourceSchema,
  type UnfinishedDraft,
  unfinishedDraftSchema,
} from '@corridor/domain';
import type { Article, ExtractedDraft } from '@corridor/extraction';
import { type DraftContent, type JsonObject, type NewArticle, type Store, StoreError } from '@corridor/store';
import { z } from 'zod';
import type { ArticleExtractor } from './article-extractor.ts';
import { MAX_ARTICLE_LENGTH } from './max-article-length.ts';
import { type ProposingDeps, proposeValues } from './propose-values.ts';
import { SourceFault } from './source-fault.ts';
import { withoutFaults } from './without-faults.ts';

export interface TakeDeps extends ProposingDeps {
  readonly store: Pick<Store, 'drafts'>;
}

/** Where an article came from. */
export interface Taking {
  readonly sourceId: string | null;
  readonly isWatchedPage: boolean;
  readonly takenBy: string;
}

export interface TakenArticle {
  readonly id: string;
  /** False where its address or its text was there already. */
  readonly isNew: boolean;
  /** When it was published, in milliseconds since 1970; null where that is not known. */
  readonly publishedAt: number | null;
  /** What was read out of it and could not be kept, and why. */
  readonly faults: readonly string[];
}

const MAX_DRAFTS = 50;

/** Reads drafts out of an article and keeps both, once for each address and each text. Rejects as `readPage` does. */
export async function takeArticle(
  { extractor, proposer, store }: TakeDeps,
  given: Article,
  { isWatchedPage, sourceId, takenBy }: Taking,
): Promise<TakenArticle> {
  const article = cleaned(given);
  const { background, drafts: read, sites } = await reading(() => extractor.extractDrafts(article));
  // Of a watched page the same text comes with every look: nobody is asked about it again.
  const asked = proposer !== null && (await store.drafts.hasText(article.text)) ? null : proposer;
  const { drafts, faults: missed } = await proposeValues({ extractor, proposer: asked }, article, read);
  const found = [
    ...drafts.map((event) => ({ kind: 'incident', event }) as const),
    ...background.map((event) => ({ kind: 'recalled', event }) as const),
  ];
  const faults = [...missed];
  if (article.published === null && given.published !== null) {
    faults.push(`its date ${JSON.stringify(given.published.slice(0, 40))} cannot be read`);
  }
  const contents = found.slice(0, MAX_DRAFTS).flatMap(({ event, kind }, index): DraftContent[] => {
    const content = toContent(kind, event, article);
    if (content.success) return [content.data];
    faults.push(`draft ${index + 1} of "${article.title.slice(0, 80)}" is none: ${reasonOf(content.error)}`);
    return [];
  });
  if (found.length > MAX_DRAFTS) faults.push(`only the first ${MAX_DRAFTS} of its ${found.length} events are kept`);
  const { language, published, publisher, text, title } = article;
  const kept = await keep(
    store,
    {
      ...{ sourceId, isWatchedPage, takenBy, address: article.address, title, publisher, language, published, text },
      sites: z.array(jsonObjectSchema).parse(sites),
    },
    contents,
  );
  const publishedAt = published === null ? null : Date.parse(published);
  return { ...kept, publishedAt, faults: kept.isNew ? faults : [] };
}

/** The article of a page. Rejects with SourceFault where there is none, and with the Problems of the extractor. */
export function readPage(extractor: ArticleExtractor, html: string, address: string): Promise<Article> {
  return reading(() => extractor.readArticle(html, address));
}

/** What an extractor throws says why there is nothing to read: asking for the same again is of no use. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new SourceFault(error instanceof Error ? error.message : 'it cannot be read', { isLasting: true });
  }
}

/** The article as a source of a record; null where nobody else could read it. */
export function sourceOf({
  address,
  published,
  publisher,
  title,
}: Pick<Article, 'address' | 'published' | 'publisher' | 'title'>): Source | null {
  const date = isoDateSchema.safeParse(published?.slice(0, 10));
  const source = sourceSchema.safeParse({
    publisher: publisher.slice(0, 300),
    title: title.slice(0, 1000),
    url: address,
    date: date.success ? date.data : null,
  });
  return source.success ? source.data : null;
}

/** Without what no record may hold: texts of pages are hostile. Done first, since evidence counts characters. */
function cleaned(article: Article): Article {
  if (article.text.length > MAX_ARTICLE_LENGTH) {
    throw new SourceFault(`its text has more than ${MAX_ARTICLE_LENGTH} characters`, { isLasting: true });
  }
  const text = withoutFaults(article.text, 'text', MAX_ARTICLE_LENGTH);
  if (text.trim() === '') throw new SourceFault('it has no text', { isLasting: true });
  return {
    ...article,
    text,
    title: withoutFaults(article.title, 'line', 500).trim(),
    publisher: withoutFaults(article.publisher, 'line', 300).trim(),
    published: article.published !== null && isMoment(article.published) ? article.published : null,
  };
}

/** Of a time in which there were pages. */
function isMoment(published: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(published) && Date.parse(published) >= Date.UTC(1990);
}

/** Keeps an article. What the store cannot hold is the fault of the article. */
async function keep(
  { drafts }: Pick<Store, 'drafts'>,
  article: NewArticle,
  contents: readonly DraftContent[],
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  try {
    return await drafts.addArticle(article, contents);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'invalid-record') throw error;
    throw new SourceFault('the store cannot hold what was read out of it', { isLasting: true });
  }
}

const jsonObjectSchema = z.record(z.string(), z.json());
const evidenceSchema = z.array(
  z.object({
    field: z.string().max(100),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    proposedBy: z.string().max(100).optional(),
  }),
);
const candidatesSchema = z.array(
  z.object({
    field: z.string().max(100),
    values: z.array(z.object({ value: z.json(), evidence: evidenceSchema.element.nullable() })).max(50),
  }),
);
const contentSchema = z.object({
  draft: unfinishedDraftSchema,
  evidence: evidenceSchema,
  candidates: candidatesSchema,
});

/** A draft that can be kept and filed by the rules that hold for what people write. Without sources it gets its article. */
function toContent(kind: DraftContent['kind'], { draft, evidence, unsure }: ExtractedDraft, article: Article) {
  const source = sourceOf(article);
  const withSource: UnfinishedDraft =
    source === null || draft.sources?.length ? draft : { ...draft, sources: [source] };
  const checked = contentSchema.safeParse({ draft: withSource, evidence, candidates: unsure });
  return checked.success ? ({ success: true, data: { kind, ...asContent(checked.data) } } as const) : checked;
}

/** Guarantee: what the schemas passed is JSON, and absent parts of it are absent. */
function asContent(content: z.output<typeof contentSchema>): Pick<DraftContent, 'draft' | 'evidence' | 'candidates'> {
  return content as { draft: JsonObject; evidence: readonly JsonObject[]; candidates: readonly JsonObject[] };
}

function reasonOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ message, path }) => `${path.join('.')}: ${message}`)
    .join('; ');
}
