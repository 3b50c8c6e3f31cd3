import {
  DUPLICATE_REASONS,
  PLACE_PRECISIONS,
  RULE_KEYS,
  recordIdSchema,
  STATUSES,
  textFault,
  unfinishedDraftSchema,
} from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { incidentSummarySchema, namedPersonSchema, nameSchema } from './incident-schemas.ts';

export const commentSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .superRefine((text, context) => {
      const fault = textFault(text, 'text');
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    }),
});

export const assignmentSchema = z.strictObject({
  person: z.string().min(1).max(200).nullable().openapi({ description: 'A person’s id; null for nobody.' }),
});

export const shownCommentSchema = z
  .strictObject({ id: z.string(), by: namedPersonSchema, at: z.string(), text: z.string() })
  .openapi('Comment');
export type Comment = z.infer<typeof shownCommentSchema>;

export const discussionSchema = z
  .strictObject({
    assignee: namedPersonSchema.nullable(),
    watchers: z.array(namedPersonSchema),
    watching: z.boolean().openapi({ description: 'Whether who asks watches it.' }),
    comments: z.array(shownCommentSchema).openapi({ description: 'Oldest first.' }),
  })
  .openapi('Discussion');
export type Discussion = z.infer<typeof discussionSchema>;

export const assigneesSchema = z.strictObject({ items: z.array(namedPersonSchema) }).openapi('Assignees');
export type Assignees = z.infer<typeof assigneesSchema>;

export const queueSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        incident: incidentSummarySchema,
        version: z.number().int(),
        filedAt: z.string(),
        filedBy: nameSchema.openapi({ description: 'Null where a program did.' }),
        assignee: namedPersonSchema.nullable(),
        comments: z.number().int().openapi({ description: 'How many.' }),
        watching: z.boolean(),
        nextStatus: z.enum(STATUSES).nullable().openapi({ description: 'The next one on the way to confirmed.' }),
        missing: z.array(z.enum(RULE_KEYS)).openapi({ description: 'What is missing for the next status.' }),
      }),
    ),
    total: z.number().int(),
    next: nameSchema.openapi({ description: '`after` of the next page; null on the last.' }),
  })
  .openapi('Queue');
export type Queue = z.infer<typeof queueSchema>;
export type QueueItem = Queue['items'][number];

export const duplicatesRequestSchema = z.strictObject({
  draft: unfinishedDraftSchema,
  except: recordIdSchema.optional().openapi({ description: 'An incident that is not compared: the one being edited.' }),
});

const scored = {
  score: z.number().min(0).max(1),
  reasons: z.array(z.strictObject({ key: z.enum(DUPLICATE_REASONS), text: z.string() })),
};

export const duplicatesSchema = z
  .strictObject({ items: z.array(z.strictObject({ incident: incidentSummarySchema, ...scored })) })
  .openapi('Duplicates');
export type Duplicates = z.infer<typeof duplicatesSchema>;
/** A record that may be of the same event. */
export type DuplicateCandidate = Duplicates['items'][number];

export const doublesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        incidents: z
          .tuple([incidentSummarySchema, incidentSummarySchema])
          .openapi({ description: 'The later one first.' }),
        ...scored,
      }),
    ),
    found: z.number().int().openapi({ description: 'How many were found, those beyond `limit` among them.' }),
    lookedBackTo: nameSchema.openapi({
      description: 'The day back to which records were compared; null without a record.',
    }),
    next: nameSchema.openapi({ description: '`to` of the next question; null where all was looked at.' }),
  })
  .openapi('PossibleDoubles');
export type PossibleDoubles = z.infer<typeof doublesSchema>;
/** Two records that may be of one event. */
export type PossibleDouble = PossibleDoubles['items'][number];

export const apartSchema = z.strictObject({
  /** Id of the other incident. */
  other: recordIdSchema,
  apart: z.boolean().openapi({ description: 'Whether the two are two events.' }),
});

export const placesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['place', 'district', 'site']),
        province: nameSchema,
        district: nameSchema,
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
        precision: z.enum(PLACE_PRECISIONS),
      }),
    ),
  })
  .openapi('Places');
export type Places = z.infer<typeof placesSchema>;
/** A place that the portfolio knows. */
export type KnownPlace = Places['items'][number];
