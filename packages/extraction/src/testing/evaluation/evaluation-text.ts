import { ALL_SUB_EVENT_TYPES, isoDateSchema } from '@corridor/domain';
import { z } from 'zod';

const tollSchema = z.tuple([z.int(), z.int(), z.int()]);

/** A day, or the first and the last day of a span with a slash between. */
const dateSchema = z.string().refine((text) => text.split('/').every((day) => isoDateSchema.safeParse(day).success));

const expectedDraftSchema = z.strictObject({
  date: dateSchema,
  district: z.string().nullable(),
  type: z.enum(ALL_SUB_EVENT_TYPES),
  /** Low, best, high; left out where the text says nothing. */
  killed: tollSchema.optional(),
  wounded: tollSchema.optional(),
  abducted: tollSchema.optional(),
  attackersKilled: tollSchema.optional(),
  chineseKilled: tollSchema.optional(),
  chineseWounded: tollSchema.optional(),
  /** A word or phrase that tells what was attacked from what else is named; left out where it is not measured. */
  target: z.string().min(1).optional(),
  actors: z.array(z.string()),
});
export type ExpectedDraft = z.infer<typeof expectedDraftSchema>;

/** A text with what is to be found in it. */
const evaluationTextSchema = z.strictObject({
  id: z.string(),
  published: z.string(),
  title: z.string(),
  text: z.array(z.string()).min(1),
  drafts: z.array(expectedDraftSchema),
  background: z.array(z.strictObject({ date: dateSchema, district: z.string().nullable() })).default([]),
  sites: z.array(z.string()).default([]),
});
export type EvaluationText = z.infer<typeof evaluationTextSchema>;

export const evaluationTextsSchema = z.array(evaluationTextSchema).min(1);
