import { DRAFT_KINDS, DRAFT_STATES, isoDateSchema, recordIdSchema, unfinishedDraftSchema } from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { MAX_ARTICLE_LENGTH } from '../feeds/max-article-length.ts';
import { namedPersonSchema, nameSchema } from './incident-schemas.ts';
import { duplicatesSchema } from './workflow-schemas.ts';
import { reasonSchema } from './writing-schemas.ts';

const evidence = z
  .strictObject({
    field: z.string().openapi({ description: '`casualties.killed` is a part of a field.' }),
    start: z.number().int(),
    end: z.number().int(),
    proposedBy: z
      .string()
      .optional()
      .openapi({ description: 'The model that proposed it; absent where rules read it.' }),
  })
  .openapi('Evidence', { description: 'Where in the article’s text a value stands, in UTF-16 code units.' });

export const draftSchema = z
  .strictObject({
    id: z.string(),
    articleId: z.string(),
    kind: z.enum(DRAFT_KINDS).openapi({
      description: '`recalled`: an older event that the article tells as background, to be linked to its record.',
    }),
    draft: unfinishedDraftSchema,
    evidence: z.array(evidence),
    candidates: z.array(
      z.strictObject({
        field: z.string(),
        values: z.array(
          z.strictObject({
            value: z.unknown(),
            evidence: evidence.nullable().openapi({ description: 'Null where the text does not say it.' }),
          }),
        ),
      }),
    ),
    state: z.enum(DRAFT_STATES),
    incident: nameSchema.openapi({ description: 'Id of what it became, or is linked to.' }),
    reason: z.string().openapi({ description: 'Why it was dismissed.' }),
    decidedBy: namedPersonSchema.nullable(),
    decidedAt: nameSchema,
    madeAt: z.string(),
  })
  .openapi('ArticleDraft');
/** What was read out of an article. */
export type ArticleDraft = z.infer<typeof draftSchema>;
/** What a field may be instead, or besides. */
export type FieldCandidates = ArticleDraft['candidates'][number];

const listedArticle = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  address: nameSchema.openapi({ description: 'Null for a text that was pasted.' }),
  published: nameSchema,
  sourceId: nameSchema.openapi({ description: 'Of which watched source; null for one that somebody handed in.' }),
  language: z.string(),
});

const article = z
  .strictObject({
    ...listedArticle.shape,
    isWatchedPage: z.boolean(),
    text: z.string(),
    sites: z
      .array(z.strictObject({ ids: z.array(z.string()), start: z.number().int(), end: z.number().int() }))
      .openapi({ description: 'Where it names sites and routes: several where the name does not tell which.' }),
    fetchedAt: z.string(),
    takenBy: z.string(),
  })
  .openapi('Article');
export type DraftArticle = z.infer<typeof article>;

export const draftsSchema = z
  .strictObject({
    items: z.array(z.strictObject({ ...draftSchema.shape, article: listedArticle })),
    open: z.strictObject({ incident: z.number().int(), recalled: z.number().int() }),
    next: nameSchema.openapi({ description: '`cursor` of the next page; null on the last.' }),
  })
  .openapi('ArticleDrafts');
export type DraftList = z.infer<typeof draftsSchema>;
export type ListedDraft = DraftList['items'][number];

const matches = duplicatesSchema.shape.items;

export const draftDetailSchema = z
  .strictObject({
    ...draftSchema.shape,
    article,
    duplicates: matches.openapi({ description: 'Records that may tell of the same event, best first.' }),
    recalled: z.array(z.strictObject({ ...draftSchema.shape, matches })).openapi({
      description: 'Older events that the article tells of, each with the records that it may be.',
    }),
    siblings: z
      .array(z.strictObject({ id: z.string(), title: z.string(), state: z.enum(DRAFT_STATES) }))
      .openapi({ description: 'The other drafts of the article.' }),
  })
  .openapi('ArticleDraftDetail');
export type DraftDetail = z.infer<typeof draftDetailSchema>;

export const pasteSchema = z.strictObject({
  text: z.string().min(1).max(MAX_ARTICLE_LENGTH).optional().openapi({ description: 'Read as it is.' }),
  address: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .openapi({
      description: 'Without `text`, fetched from a host that the operator lists; with it, where it can be read.',
    }),
  published: isoDateSchema.optional().openapi({ description: 'Days in the text are read relative to it.' }),
});
/** An article that somebody hands in: its text, or the address at which it is to be fetched. */
export type HandedIn = z.input<typeof pasteSchema>;

export const pastedSchema = z
  .strictObject({
    article,
    isNew: z.boolean().openapi({ description: 'False where its address or its text was there already.' }),
    drafts: z.array(draftSchema),
    faults: z.array(z.string()).openapi({ description: 'What was read out of it and could not be kept, and why.' }),
  })
  .openapi('Pasted');
export type ReadArticle = z.infer<typeof pastedSchema>;

export const linkSchema = z.strictObject({ incident: recordIdSchema });

export const dismissSchema = z.strictObject({ reason: reasonSchema });
