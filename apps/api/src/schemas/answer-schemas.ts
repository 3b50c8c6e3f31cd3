import { type CASUALTY_KINDS, DIMENSIONS, EVENT_TYPES, TIME_UNITS } from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { dateSchema, incidentSummarySchema, nameSchema, revisionSchema, spanSchema } from './incident-schemas.ts';

export const count = z.number().int().min(0);

const tollSchema = z
  .strictObject({ low: count, best: count, high: count, unknown: count })
  .openapi('Toll', { description: 'Sums over incidents whose figure is known, and how many have none.' });

export const tollsSchema = z
  .strictObject({
    killed: tollSchema,
    wounded: tollSchema,
    abducted: tollSchema,
    attackersKilled: tollSchema,
    chineseKilled: tollSchema,
    chineseWounded: tollSchema,
  } satisfies Record<(typeof CASUALTY_KINDS)[number], typeof tollSchema>)
  .openapi('CasualtyTotals');

export const totalsShape = {
  matched: count,
  located: count.openapi({ description: 'Drawn on a map, as a point or as the area of a district.' }),
  areas: count.openapi({ description: 'Of the located: known only to their district.' }),
  unlocated: count.openapi({ description: 'Known only to a province or less.' }),
  casualties: tollsSchema,
  near: z.strictObject({ inside: count, possible: count }).nullable(),
  developments: count.openapi({ description: 'Of the matched: strategic developments, which are no violence.' }),
};

const groupCountSchema = z.strictObject({ key: nameSchema, count, possible: count }).openapi('GroupCount');

export const groupsSchema = z.partialRecord(z.enum(DIMENSIONS), z.array(groupCountSchema));

export const timelineSchema = z
  .strictObject({
    unit: z.enum(TIME_UNITS),
    starts: z.array(dateSchema),
    series: z.array(z.strictObject({ key: nameSchema, counts: z.array(count) })),
    imprecise: count.openapi({ description: 'Dated too roughly for the unit: in no bucket.' }),
  })
  .openapi('Timeline');

export const summarySchema = z
  .strictObject({ ...totalsShape, timeline: timelineSchema, groups: groupsSchema, revision: revisionSchema })
  .openapi('Summary');

const byType = z.array(count).openapi({ description: `Counts in the order ${EVENT_TYPES.join(', ')}.` });

export const bins = {
  cells: z.array(
    z.strictObject({
      longitude: z.number(),
      latitude: z.number(),
      count,
      byType,
      only: incidentSummarySchema.nullable(),
      extent: z.array(z.number()).length(4),
    }),
  ),
  areas: z.array(z.strictObject({ district: z.string(), count, byType })),
};

export const binsSchema = z
  .strictObject({ matched: count, located: count, unlocated: count, ...bins, revision: revisionSchema })
  .openapi('Bins');

const regionShape = {
  name: nameSchema.openapi({ description: 'null collects incidents whose region is not known.' }),
  count,
  killed: tollSchema,
  before: count.nullable().openapi({ description: 'Incidents in the period before; null where there are no data.' }),
  change: z.number().int().nullable().openapi({ description: 'count − before.' }),
  last: incidentSummarySchema.nullable(),
};

export const regionsSchema = z
  .strictObject({
    matched: count,
    located: count,
    unlocated: count,
    period: spanSchema.nullable(),
    before: spanSchema.nullable().openapi({ description: 'The period of the same length that ends the day before.' }),
    provinces: z.array(z.strictObject(regionShape)),
    districts: z.array(z.strictObject({ ...regionShape, province: nameSchema })),
    revision: revisionSchema,
  })
  .openapi('Regions');

export const nearCountsShape = {
  inside: count.openapi({ description: 'Incidents certainly within the radius.' }),
  possible: count.openapi({ description: 'Incidents possibly within the radius, not part of `inside`.' }),
  aimed: count.openapi({ description: 'Incidents aimed at it, wherever they happened.' }),
};
