import { z } from 'zod';
import { CASUALTY_KINDS, MAX_TOLL } from './casualties.ts';
import { parseDay } from './days.ts';
import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  CREDIBILITIES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  type EventType,
  PLACE_PRECISIONS,
  RELIABILITIES,
  STATUSES,
  SUB_EVENT_TYPES,
  type SubEventType,
  TARGET_TYPES,
} from './taxonomy.ts';

/** A stable identifier, used as it stands in files, URLs and the database. */
export const recordIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._:-]{0,127}$/, 'must be lower-case letters, digits, . _ : -, at most 128 of them');

export const isoDateSchema = z
  .string()
  .refine((text) => parseDay(text) !== null, 'must be an existing date YYYY-MM-DD');

const countSchema = z.number().int().min(0).max(MAX_TOLL);

/** A toll as reported: lowest, best and highest figure. One figure alone is all three. */
export const rangeSchema = z
  .strictObject({ low: countSchema, best: countSchema, high: countSchema })
  .refine(({ low, best, high }) => low <= best && best <= high, 'must have low ≤ best ≤ high');
export type Range = z.infer<typeof rangeSchema>;

/** Tolls exclude attackers; Chinese nationals are part of killed and wounded. Null is unknown, never 0. */
export const casualtiesSchema = z.strictObject({
  killed: rangeSchema.nullable(),
  wounded: rangeSchema.nullable(),
  abducted: rangeSchema.nullable(),
  attackersKilled: rangeSchema.nullable(),
  chineseKilled: rangeSchema.nullable(),
  chineseWounded: rangeSchema.nullable(),
});
export type Casualties = z.infer<typeof casualtiesSchema>;

/** `start` and `end` span what is known: a month row covers its whole month. An incident is counted on `start`. */
export const occurredSchema = z
  .strictObject({ start: isoDateSchema, end: isoDateSchema, precision: z.enum(DATE_PRECISIONS) })
  .refine(({ start, end }) => start <= end, 'start must not be after end');

export const placeSchema = z
  .strictObject({
    name: z.string().max(300),
    province: z.string().min(1).max(100).nullable(),
    district: z.string().min(1).max(100).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    precision: z.enum(PLACE_PRECISIONS),
  })
  .refine(
    ({ latitude, longitude }) => (latitude === null) === (longitude === null),
    'must have both coordinates or none',
  )
  .refine(
    ({ precision, district }) => precision !== 'district' || district !== null,
    'district precision needs a district',
  );
export type Place = z.infer<typeof placeSchema>;

/** Admiralty (NATO) code. */
export const gradeSchema = z.strictObject({ reliability: z.enum(RELIABILITIES), credibility: z.enum(CREDIBILITIES) });

const webAddressSchema = z.url({ protocol: /^https?$/ }).max(2000);

export const sourceSchema = z.strictObject({
  publisher: z.string().max(300),
  title: z.string().max(1000),
  url: webAddressSchema,
  date: isoDateSchema.nullable(),
  /** Of this source alone; null where nobody graded it. */
  grade: gradeSchema.nullable().default(null),
  /** The agency or outlet whose report it repeats; '' for its own reporting. */
  basedOn: z.string().max(300).default(''),
});
export type Source = z.infer<typeof sourceSchema>;

/** A toll as one party gives it. Claims stand side by side; the casualties of a record are the best that was made of them. */
export const claimSchema = z.strictObject({
  kind: z.enum(CASUALTY_KINDS),
  toll: rangeSchema,
  /** Who says so. */
  by: z.string().min(1).max(200),
  /** Where it can be read. */
  source: webAddressSchema.nullable(),
  note: z.string().max(1000),
});
export type Claim = z.infer<typeof claimSchema>;
export const claimsSchema = z.array(claimSchema).max(100);

export const involvedActorSchema = z.strictObject({ name: z.string().min(1).max(200), claim: z.enum(ACTOR_CLAIMS) });

/** Whether the sub-event type is one of the event type's. */
export function hasOwnSubType({
  eventType,
  subEventType,
}: {
  readonly eventType: EventType;
  readonly subEventType: SubEventType;
}): boolean {
  return (SUB_EVENT_TYPES[eventType] as readonly string[]).includes(subEventType);
}

/** What is said, and of which field, where `hasOwnSubType` is false. */
export const SUB_TYPE_RULE = { message: 'sub-event type must belong to the event type', path: ['subEventType'] };

/** An incident as the record keeps it, without what the store adds (version, revision). */
export const incidentSchema = z
  .strictObject({
    id: recordIdSchema,
    title: z.string().min(1).max(500),
    summary: z.string().max(20_000),
    occurred: occurredSchema,
    eventType: z.enum(EVENT_TYPES),
    subEventType: z.enum(ALL_SUB_EVENT_TYPES),
    actors: z.array(involvedActorSchema).max(20),
    target: z.string().max(500),
    targetType: z.enum(TARGET_TYPES),
    place: placeSchema,
    casualties: casualtiesSchema,
    claims: claimsSchema.default([]),
    sources: z.array(sourceSchema).max(200),
    grade: gradeSchema,
    status: z.enum(STATUSES),
    /** Ids of sites and routes at which the incident was aimed. */
    targetedSites: z.array(recordIdSchema).max(50),
    /** The project as the source names it; may be one that is not in the portfolio. */
    projectSite: z.string().max(300),
    notes: z.string().max(20_000),
    /** A row that sums up a whole day of attacks; its tolls leave out victims coded in rows of their own. */
    summarisesDay: z.boolean(),
    origin: z.string().min(1).max(100),
    licence: z.string().min(1).max(100),
  })
  .refine(hasOwnSubType, SUB_TYPE_RULE);
export type Incident = z.infer<typeof incidentSchema>;

/** What of an incident tables, lists and the map are made of: the record without its sources, claims and notes. */
export type TableIncident = Pick<
  Incident,
  | 'id'
  | 'title'
  | 'summary'
  | 'occurred'
  | 'eventType'
  | 'subEventType'
  | 'actors'
  | 'targetType'
  | 'place'
  | 'casualties'
  | 'grade'
  | 'status'
  | 'targetedSites'
  | 'summarisesDay'
  | 'origin'
  | 'licence'
>;
