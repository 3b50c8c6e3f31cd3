import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  CASUALTY_KINDS,
  occurredSchema,
  rangeSchema,
  TARGET_TYPES,
} from '@corridor/domain';
import { z } from 'zod';

/** Of which event of the article (from 0) a value is, and the words of the article that say so. */
const about = { event: z.number().int().min(0), quote: z.string() };
const name = z.string().min(1).max(200);

/** A value of a kind that the rules read too. Places, actors and sites are names, which are looked up as those of a text are. */
export const proposedValueSchema = z.union([
  z.strictObject({ ...about, field: z.literal('occurred'), value: occurredSchema }),
  z.strictObject({ ...about, field: z.literal('subEventType'), value: z.enum(ALL_SUB_EVENT_TYPES) }),
  z.strictObject({ ...about, field: z.literal('place'), value: name }),
  z.strictObject({ ...about, field: z.literal('targetType'), value: z.enum(TARGET_TYPES) }),
  z.strictObject({ ...about, field: z.literal('target'), value: name }),
  z.strictObject({
    ...{ ...about, field: z.literal('actors') },
    value: z.strictObject({ name, claim: z.enum(ACTOR_CLAIMS) }),
  }),
  z.strictObject({
    ...{ ...about, field: z.enum(CASUALTY_KINDS.map((kind) => `casualties.${kind}` as const)) },
    value: rangeSchema,
  }),
  z.strictObject({ ...about, field: z.literal('targetedSites'), value: name }),
]);
export type ProposedValue = z.infer<typeof proposedValueSchema>;

/** What a model answers, before anything in it is believed. */
export const proposalSchema = z.object({ proposals: z.array(z.unknown()) });

/** What a model is asked to answer, as JSON schema. */
export function proposalJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(z.strictObject({ proposals: z.array(proposedValueSchema) }), { target: 'draft-7' });
}
