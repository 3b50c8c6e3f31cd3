import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  type IncidentSummary,
  incidentSchema,
  PLACE_PRECISIONS,
  rangeSchema,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { z } from '@hono/zod-openapi';

export const revisionSchema = z.number().int().openapi({ description: 'The state of the data that answered.' });
export const nameSchema = z.string().nullable();
/** What describes it has no word for several literals. */
const severitySchema = z.literal(SEVERITIES).openapi({ type: 'integer', enum: [...SEVERITIES] });
const range = rangeSchema.nullable();
export const dateSchema = z.string().openapi({ format: 'date' });
/** Both days included. */
export const spanSchema = z.strictObject({ from: dateSchema, to: dateSchema });

export const incidentSummarySchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    start: dateSchema,
    end: dateSchema,
    datePrecision: z.enum(DATE_PRECISIONS),
    eventType: z.enum(EVENT_TYPES),
    subEventType: z.enum(ALL_SUB_EVENT_TYPES),
    actors: z.array(z.string()),
    actorClaim: z.enum(ACTOR_CLAIMS),
    targetType: z.enum(TARGET_TYPES),
    targetedSites: z.array(z.string()),
    placeName: z.string(),
    province: nameSchema,
    district: nameSchema,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    placePrecision: z.enum(PLACE_PRECISIONS),
    killed: range,
    wounded: range,
    abducted: range,
    attackersKilled: range,
    chineseKilled: range,
    chineseWounded: range,
    severity: severitySchema,
    status: z.enum(STATUSES),
    grade: z.enum(GRADES),
    chinese: z.boolean(),
    summarisesDay: z.boolean(),
    origin: z.string().openapi({ description: 'Where the record came from.' }),
  })
  .openapi('IncidentSummary') satisfies z.ZodType<IncidentSummary>;

/** A record as the store keeps it, with what is derived from it and when it last changed. */
export const incidentRecordSchema = z
  .strictObject({
    ...incidentSchema.shape,
    severity: severitySchema,
    chinese: z.boolean(),
    version: z.number().int(),
    revision: z.number().int().openapi({ description: 'The revision at which this record last changed.' }),
  })
  .openapi('IncidentRecord');

const distanceSchema = z
  .strictObject({ minKm: z.number(), maxKm: z.number() })
  .nullable()
  .openapi({ description: 'Between which kilometres the distance lies; null where the place is too vague.' });

const linkSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['site', 'route']),
    radiusKm: z.number(),
    relation: z.enum(['inside', 'possible', 'outside']).nullable(),
    distance: distanceSchema,
  })
  .openapi('IncidentLink');
export type IncidentLink = z.infer<typeof linkSchema>;

export const namedPersonSchema = z.strictObject({ id: z.string(), name: z.string() }).openapi('NamedPerson');
export type NamedPerson = z.infer<typeof namedPersonSchema>;

export const incidentDetailSchema = z
  .strictObject({
    ...incidentRecordSchema.shape,
    key: z.number().int().openapi({ description: 'What names it where ids are not sent.' }),
    mergedInto: nameSchema.openapi({ description: 'Of which incident it is a merged double, in no list or count.' }),
    doubles: z.array(z.string()).openapi({
      description: 'Ids of the incidents that are merged into this one now, also where the past is asked for.',
    }),
    reportedBy: namedPersonSchema.nullable().openapi({ description: 'Who filed it; null where that was no person.' }),
    links: z.strictObject({
      targeted: z.array(linkSchema).openapi({ description: 'Sites and routes at which it was aimed.' }),
      near: z
        .array(linkSchema)
        .openapi({ description: 'Sites and routes whose radius it is inside or possibly inside.' }),
    }),
    versions: z.array(
      z.strictObject({
        version: z.number().int(),
        revision: z.number().int(),
        changedAt: z.string(),
        changedBy: z.string().openapi({ description: 'A person’s name, or the part of the program.' }),
        reason: z.string(),
        mergedInto: nameSchema,
      }),
    ),
  })
  .openapi('IncidentDetail');
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;
export type RecordVersion = IncidentDetail['versions'][number];

export const incidentPageSchema = z
  .strictObject({
    items: z.array(incidentSummarySchema),
    matched: z.number().int(),
    located: z.number().int(),
    unlocated: z.number().int(),
    revision: revisionSchema,
    next: z.string().nullable().openapi({ description: '`cursor` of the next page; null on the last.' }),
  })
  .openapi('IncidentPage');
