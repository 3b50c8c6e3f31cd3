import {
  ALL_SUB_EVENT_TYPES,
  CERTAINTIES,
  DIMENSIONS,
  EVENT_TYPES,
  GRADES,
  MAX_AREA_POINTS,
  MAX_HELD,
  MAX_SURROUNDINGS_KM,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
  PLACE_PRECISIONS,
  recordIdSchema,
  SORT_KEYS,
  STATUSES,
  TARGET_TYPES,
  TIME_UNITS,
  TIMELINE_MEASURES,
} from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { bins, count, groupsSchema, timelineSchema, tollsSchema, totalsShape } from './answer-schemas.ts';
import { dateSchema, incidentSummarySchema, nameSchema, revisionSchema } from './incident-schemas.ts';

const name = z.string().min(1).max(MAX_TEXT_LENGTH);
const names = z.array(name).min(1).max(MAX_VALUES);
const degrees = z.number().min(-360).max(360);
const point = z.tuple([degrees, degrees]);
const box = z.tuple([degrees, degrees, degrees, degrees]);
const several = <const T extends readonly string[]>(values: T) => z.array(z.enum(values)).min(1).max(MAX_VALUES);

const areaSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('box'), bbox: box }),
    z.strictObject({ kind: z.literal('circle'), center: point, radiusKm: z.number() }),
    z.strictObject({ kind: z.literal('polygon'), ring: z.array(point).max(MAX_AREA_POINTS + 1) }),
  ])
  .openapi('Area', { description: 'Coordinates are longitude, latitude in degrees; five decimals are used.' });

const filterSchema = z
  .strictObject({
    q: z.string().max(MAX_TEXT_LENGTH).optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    type: several(EVENT_TYPES).optional(),
    subType: several(ALL_SUB_EVENT_TYPES).optional(),
    province: names.optional(),
    district: names.optional(),
    actor: names.optional(),
    targetType: several(TARGET_TYPES).optional(),
    minSeverity: z.number().int().min(1).max(5).optional(),
    status: several(STATUSES).optional(),
    grade: several(GRADES).optional(),
    chinese: z.boolean().optional(),
    site: names.optional(),
    route: names.optional(),
    radiusKm: z.number().optional(),
    certainty: z.enum(CERTAINTIES).optional(),
    area: areaSchema.optional(),
    targetedSite: names.optional(),
    origin: names.optional(),
  })
  .openapi('Filter', { description: 'As the filter parameters; an absent part does not restrict.' });

/** The longest page, and the most breakdowns, that one question asks for. */
const MAX_QUERY_PAGE = 2_000;
const MAX_BREAKDOWNS = 16;
const MAX_OFFSET = 100_000_000;

const targetShape = { kind: z.enum(['site', 'route']), id: name };

const boxSchema = box
  .refine(([west, south, east, north]) => west < east && south < north, 'needs west < east and south < north')
  .openapi({ description: 'west, south, east, north in degrees.' });

const sortSchema = z.strictObject({ by: z.enum(SORT_KEYS), descending: z.boolean() });

const dimensionsSchema = z.array(z.enum(DIMENSIONS)).max(DIMENSIONS.length);

/** One question, as `Query` in the domain has it. Bounded in every part. */
export const querySchema = z
  .strictObject({
    filter: filterSchema,
    timeline: z
      .strictObject({
        unit: z.enum(TIME_UNITS),
        stackBy: z.enum(DIMENSIONS).optional(),
        measure: z.enum(TIMELINE_MEASURES).optional(),
        ignorePeriod: z.boolean().optional(),
      })
      .optional(),
    groups: dimensionsSchema.optional(),
    counts: dimensionsSchema.optional(),
    breakdowns: z
      .array(z.strictObject({ by: z.enum(DIMENSIONS), unit: z.enum(TIME_UNITS).optional() }))
      .max(MAX_BREAKDOWNS)
      .optional(),
    bins: z
      .strictObject({
        bbox: boxSchema,
        zoom: z.number().min(0).max(22),
        cellPx: z.number().min(16).max(1024).optional(),
        exclude: name.optional(),
      })
      .optional(),
    page: z
      .strictObject({
        sort: sortSchema,
        offset: z.number().int().min(0).max(MAX_OFFSET),
        limit: z.number().int().min(1).max(MAX_QUERY_PAGE),
        within: boxSchema.optional(),
        distanceTo: z.strictObject(targetShape).optional(),
        held: z
          .strictObject({
            ids: z.array(recordIdSchema).min(1).max(MAX_HELD),
            index: z.number().int().min(0).max(MAX_OFFSET),
          })
          .optional()
          .openapi({
            description:
              'Rows that somebody reads, the first of which stood at `index`: the page begins as much later or earlier as the first of them that is still listed stands now.',
          }),
      })
      .optional(),
    surroundings: z
      .strictObject({ ...targetShape, withinKm: z.number().positive().max(MAX_SURROUNDINGS_KM) })
      .optional(),
  })
  .openapi('Query', { description: 'What is not asked for is not computed.' });

const distanceShape = { minKm: z.number(), maxKm: z.number() };

const breakdownSchema = z
  .strictObject({
    by: z.enum(DIMENSIONS),
    unit: z.enum(TIME_UNITS).nullable(),
    starts: z.array(dateSchema),
    rows: z.array(
      z.strictObject({
        key: nameSchema,
        count,
        possible: count,
        byType: z.array(count),
        casualties: tollsSchema,
        last: incidentSummarySchema.nullable(),
        worst: incidentSummarySchema.nullable(),
        series: z.array(count),
      }),
    ),
  })
  .openapi('Breakdown');

export const answerSchema = z
  .strictObject({
    revision: revisionSchema,
    totals: z.strictObject(totalsShape),
    timeline: timelineSchema.optional(),
    groups: groupsSchema.optional(),
    counts: groupsSchema.optional(),
    breakdowns: z.array(breakdownSchema).optional().openapi({ description: 'In the order of the question.' }),
    bins: z.strictObject(bins).optional(),
    page: z
      .strictObject({
        total: count,
        items: z.array(incidentSummarySchema),
        distances: z
          .array(z.strictObject(distanceShape).nullable())
          .optional()
          .openapi({ description: 'In the order of the items, where they were asked for.' }),
        offset: count.optional().openapi({ description: 'Where the page begins, where rows were held.' }),
      })
      .optional(),
    surroundings: z
      .array(
        z.strictObject({
          ...distanceShape,
          longitude: z.number().nullable(),
          latitude: z.number().nullable(),
          placePrecision: z.enum(PLACE_PRECISIONS),
          district: nameSchema,
          count,
          byType: z.array(count),
        }),
      )
      .optional(),
  })
  .openapi('Answer');

/** What a list holds and in what order, and since when it is looked at. */
export const arrivalsRequestSchema = z.strictObject({
  filter: filterSchema,
  sort: sortSchema,
  within: boxSchema.optional(),
  since: revisionSchema.openapi({ description: 'The revision of the list that somebody has seen.' }),
});

export const arrivalsSchema = z
  .strictObject({
    revision: revisionSchema,
    ids: z
      .array(z.string())
      .nullable()
      .openapi({ description: 'In the list’s order; null where too much has changed since to look through.' }),
  })
  .openapi('Arrivals');
export type Arrivals = z.infer<typeof arrivalsSchema>;

const instantSchema = z.iso.datetime().nullable();

export const engineSchema = z
  .strictObject({
    engine: z.enum(['memory', 'sql']),
    revision: revisionSchema,
    incidents: count,
    reason: z.string().openapi({ description: 'Why it is this engine.' }),
    asOf: z
      .strictObject({
        at: instantSchema.openapi({ description: 'The moment that was asked for, or that of the revision.' }),
        writtenAt: instantSchema.openapi({ description: 'Of the last write before it; null where there was none.' }),
        firstAt: instantSchema.openapi({ description: 'Of the first of all writes.' }),
        incidentsNow: count.openapi({ description: 'How many incidents there are now.' }),
      })
      .nullable()
      .openapi({ description: 'Where the past was asked for.' }),
  })
  .openapi('Engine');
export type ServerEngine = z.infer<typeof engineSchema>;

export const textsSchema = z
  .strictObject({
    revision: revisionSchema,
    items: z.array(z.strictObject({ key: z.number().int(), id: z.string(), title: z.string(), summary: z.string() })),
  })
  .openapi('Texts');
export type Texts = z.infer<typeof textsSchema>;
