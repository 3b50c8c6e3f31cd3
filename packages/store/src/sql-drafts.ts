import { createHash } from 'node:crypto';
import type { DraftKind, DraftState } from '@corridor/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { canonicalJson } from './audit/canonical-json.ts';
import { byteaText, instantText } from './audit/entry-rows.ts';
import { toAct } from './audit/to-act.ts';
import type {
  DraftContent,
  DraftQuery,
  DraftSettlement,
  Drafts,
  ListedDraft,
  NewArticle,
  StoredArticle,
  StoredDraft,
} from './drafts.ts';
import { isUuid } from './is-uuid.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import type { StorePart } from './store-part.ts';
import { inTransaction } from './transaction.ts';
import { appendAct } from './write-transaction.ts';

export function createDrafts({ ask, db, write }: StorePart): Drafts {
  return {
    articleAt: (address) =>
      ask(() => readArticle(db, sql`article.address = ${address} and not article.is_watched_page`)),
    hasText: (text) =>
      ask(async () => {
        const { rows } = await sql`
          select 1 from article where signature = ${byteaText(signatureOf(text))}::bytea`.execute(db);
        return rows.length > 0;
      }),
    addArticle: (article, drafts) =>
      write(() => inTransaction(db, (trx) => addArticle(trx, article, drafts)), bytesOf(article, drafts)),
    article: (id) => ask(async () => (isUuid(id) ? readArticle(db, sql`article.id = ${id}`) : null)),
    page: (query) => ask(() => readPage(db, query)),
    draft: (id) =>
      ask(async () => {
        if (!isUuid(id)) return null;
        const { rows } = await sql<DraftRow>`select ${COLUMNS} from draft where id = ${id}`.execute(db);
        return rows[0] ? toDraft(rows[0]) : null;
      }),
    ofArticle: (articleId) =>
      ask(async () => {
        const { rows } = await sql<DraftRow>`
          select ${COLUMNS} from draft where article_id = ${articleId} order by position`.execute(db);
        return rows.map(toDraft);
      }),
    openCounts: () =>
      ask(async () => {
        const { rows } = await sql<{ kind: DraftKind; drafts: number }>`
          select kind, count(*) as drafts from draft where state = 'open' group by kind`.execute(db);
        const counts = new Map(rows.map(({ drafts, kind }) => [kind, drafts]));
        return { incident: counts.get('incident') ?? 0, recalled: counts.get('recalled') ?? 0 };
      }),
    dismiss: (id, by, reason) =>
      write(async () => {
        if (!isUuid(id)) return false;
        const act = toAct('draft.dismiss', { kind: 'draft', id }, { by, reason });
        const entry = await appendAct(db, act, async (trx) => {
          const { numAffectedRows } = await sql`
            update draft set state = 'dismissed', reason = ${reason}, decided_by = ${by},
              decided_at = clock_timestamp()
            where id = ${id} and state = 'open'`.execute(trx);
          return numAffectedRows === 1n;
        });
        return entry !== null;
      }),
  };
}

/**
 * Decides an open draft, in the transaction of the write that it becomes. Throws StoreError `invalid-record` for one that is
 * decided already, is none, or is a recalled event to be filed.
 */
export async function settleDraft(trx: Kysely<Schema>, by: string, settlement: DraftSettlement): Promise<void> {
  const { as, id, incident } = settlement;
  const { numAffectedRows } = await sql`
    update draft set state = ${as}, incident_id = ${incident}, decided_by = ${by}, decided_at = clock_timestamp()
    where id = ${id} and state = 'open' and (kind = 'incident' or ${as} = 'linked')`.execute(trx);
  if (numAffectedRows !== 1n) throw new StoreError('invalid-record', `the draft ${id} cannot be ${as}`);
}

async function addArticle(
  trx: Kysely<Schema>,
  article: NewArticle,
  drafts: readonly DraftContent[],
): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    insert into article (source_id, address, is_watched_page, title, publisher, language, published, published_at, text,
      signature, sites, taken_by)
    values (${article.sourceId}, ${article.address}, ${article.isWatchedPage}, ${article.title}, ${article.publisher},
      ${article.language}, ${article.published}, ${momentOf(article.published)}::timestamptz, ${article.text},
      ${byteaText(signatureOf(article.text))}::bytea, ${JSON.stringify(article.sites)}::jsonb, ${article.takenBy})
    on conflict do nothing returning id`.execute(trx);
  const [added] = rows;
  if (!added) return { id: await presentId(trx, article), isNew: false };
  const earlier = article.isWatchedPage ? await earlierDrafts(trx, article, added.id) : new Set<string>();
  const fresh = drafts.filter(({ draft }) => !earlier.has(canonicalJson(draft)));
  const given = fresh.map((content, position) => ({ ...content, position, article_id: added.id }));
  await sql`
    insert into draft (article_id, position, kind, draft, evidence, candidates)
    select article_id, position, kind, draft, evidence, candidates
    from jsonb_populate_recordset(null::draft, ${JSON.stringify(given)}::jsonb)`.execute(trx);
  return { id: added.id, isNew: true };
}

/** A date without a time begins in UTC. */
function momentOf(published: string | null): string | null {
  return published === null ? null : new Date(published).toISOString();
}

/** The article that kept another one out. */
async function presentId(trx: Kysely<Schema>, { address, isWatchedPage, text }: NewArticle): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from article
    where signature = ${byteaText(signatureOf(text))}::bytea
      or (not ${isWatchedPage} and not is_watched_page and address = ${address})
    order by fetched_at limit 1`.execute(trx);
  const [present] = rows;
  if (!present) throw new RangeError('Expected the article that is there already, got none');
  return present.id;
}

/** What earlier texts of a watched page were read for, as canonical JSON. */
async function earlierDrafts(trx: Kysely<Schema>, { address }: NewArticle, id: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Pick<DraftRow, 'draft'>>`
    select draft from draft join article on article.id = draft.article_id
    where article.address = ${address} and article.is_watched_page and article.id <> ${id}`.execute(trx);
  return new Set(rows.map(({ draft }) => canonicalJson(draft)));
}

/** SHA-256, in hex, of a text, however it is spaced and capitalised. */
function signatureOf(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(folded).digest('hex');
}

function bytesOf(article: NewArticle, drafts: readonly DraftContent[]): number {
  return 2 * (JSON.stringify(article).length + JSON.stringify(drafts).length);
}

interface DraftRow extends Pick<DraftContent, 'kind' | 'draft' | 'evidence' | 'candidates'> {
  readonly id: string;
  readonly article_id: string;
  readonly state: DraftState;
  readonly incident_id: string | null;
  readonly reason: string;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly made_at: string;
}

/** All digits of the moment: pages go on by it. */
const COLUMNS = sql`draft.id, draft.article_id, draft.kind, draft.draft, draft.evidence, draft.candidates, draft.state,
  draft.incident_id, draft.reason, draft.decided_by, draft.decided_at, ${instantText(sql`draft.made_at`)} as made_at`;

function toDraft(row: DraftRow): StoredDraft {
  return {
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    draft: row.draft,
    evidence: row.evidence,
    candidates: row.candidates,
    state: row.state,
    incident: row.incident_id,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    madeAt: row.made_at,
  };
}

async function readPage(
  db: Kysely<Schema>,
  { after, kind, limit, state }: DraftQuery,
): Promise<readonly ListedDraft[]> {
  const { rows } = await sql<DraftRow & Pick<ArticleRow, (typeof LISTED)[number]>>`
    select ${COLUMNS}, article.title, article.publisher, article.address, article.published, article.source_id,
      article.language
    from draft join article on article.id = draft.article_id
    where (${state}::text is null or draft.state = ${state}) and (${kind}::text is null or draft.kind = ${kind})
      and (${after?.id ?? null}::uuid is null
        or (draft.made_at, draft.id) < (${after?.madeAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by draft.made_at desc, draft.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...toDraft(row),
    article: {
      id: row.article_id,
      title: row.title,
      publisher: row.publisher,
      address: row.address,
      published: row.published,
      sourceId: row.source_id,
      language: row.language,
    },
  }));
}

const LISTED = ['title', 'publisher', 'address', 'published', 'source_id', 'language'] as const;

interface ArticleRow {
  readonly id: string;
  readonly source_id: string | null;
  readonly address: string | null;
  readonly is_watched_page: boolean;
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  readonly published: string | null;
  readonly text: string;
  readonly sites: StoredArticle['sites'];
  readonly fetched_at: Date;
  readonly taken_by: string;
}

async function readArticle(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<StoredArticle | null> {
  const { rows } = await sql<ArticleRow>`select article.* from article where ${condition}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return {
    id: row.id,
    sourceId: row.source_id,
    address: row.address,
    isWatchedPage: row.is_watched_page,
    title: row.title,
    publisher: row.publisher,
    language: row.language,
    published: row.published,
    text: row.text,
    sites: row.sites,
    fetchedAt: row.fetched_at.toISOString(),
    takenBy: row.taken_by,
  };
}
