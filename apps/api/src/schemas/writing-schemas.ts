import { draftChangesSchema, draftSchema, incidentSchema, recordIdSchema, STATUSES, textFault } from '@corridor/domain';
import { z } from '@hono/zod-openapi';

export const newIncidentSchema = draftSchema;

/** Why somebody does it: one or more lines, kept with the version and in the audit trail. */
export const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .superRefine((text, context) => {
    const fault = textFault(text, 'text');
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });

const version = z.number().int().min(1).max(999_999_999);

export const editSchema = z.strictObject({ reason: reasonSchema, changes: draftChangesSchema });
export type Edit = z.input<typeof editSchema>;

export const statusChangeSchema = z.strictObject({ to: z.enum(STATUSES), reason: reasonSchema });
export type StatusChange = z.input<typeof statusChangeSchema>;

const manySchema = z
  .array(z.strictObject({ id: recordIdSchema, version }))
  .min(1)
  .refine(hasDistinctIds, 'names each incident once');

const { eventType, subEventType, targetType, grade, targetedSites, projectSite, summarisesDay } = incidentSchema.shape;

export const bulkSchema = z.strictObject({
  reason: reasonSchema,
  items: manySchema.max(500),
  changes: z
    .strictObject({ eventType, subEventType, targetType, grade, targetedSites, projectSite, summarisesDay })
    .partial()
    .refine((given) => (given.eventType === undefined) === (given.subEventType === undefined), {
      message: 'goes with eventType: both or none',
      path: ['subEventType'],
    })
    .pipe(draftChangesSchema),
  status: z.enum(STATUSES).optional(),
});
export type BulkChange = z.input<typeof bulkSchema>;

export const bulkAnswerSchema = z
  .strictObject({
    revision: z.number().int(),
    items: z.array(z.strictObject({ id: z.string(), version: z.number().int() })),
  })
  .openapi('BulkAnswer');

export const mergeSchema = z.strictObject({
  reason: reasonSchema,
  doubles: manySchema.max(20),
  changes: draftChangesSchema.optional().openapi({
    description: 'Fields of the record that stays, chosen by hand; sources and claims are united without them.',
  }),
});
export type Merge = z.input<typeof mergeSchema>;

export const unmergeSchema = z.strictObject({
  reason: reasonSchema,
  doubles: z
    .array(recordIdSchema)
    .min(1)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, 'names each incident once'),
});
export type Unmerge = z.input<typeof unmergeSchema>;

export const splitSchema = z.strictObject({
  reason: reasonSchema,
  /** Of the record that stays. */
  changes: draftChangesSchema,
  /** What becomes a record of its own. */
  part: draftSchema,
});
export type Split = z.input<typeof splitSchema>;

export const versionSchema = z
  .strictObject({
    version: z.number().int(),
    revision: z.number().int(),
    changedAt: z.string(),
    changedBy: z.string().openapi({ description: 'A person’s name, or the part of the program.' }),
    reason: z.string(),
    mergedInto: z.string().nullable(),
    incident: z.strictObject({ ...incidentSchema.shape }),
  })
  .openapi('IncidentVersion');
/** One version of a record, whole. */
export type WholeVersion = z.infer<typeof versionSchema>;

function hasDistinctIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}
