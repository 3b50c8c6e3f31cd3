import {
  ACTOR_CLAIMS,
  ACTOR_KINDS,
  CERTAINTIES,
  DATE_PRECISIONS,
  DIMENSIONS,
  GRADES,
  PLACE_PRECISIONS,
  type PortfolioAnswer,
  routeSchema,
  SITE_SECTORS,
  SITE_STATUSES,
  SORT_KEYS,
  STATUSES,
  siteSchema,
  TARGET_TYPES,
  TIME_UNITS,
} from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { nearCountsShape } from './answer-schemas.ts';
import { dateSchema, incidentSummarySchema, revisionSchema, spanSchema } from './incident-schemas.ts';

const position = z.tuple([z.number(), z.number()]);

export const portfolioSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    subtitle: z.string(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    timeZone: z.string(),
    countryId: z.string(),
    licence: z.string(),
    credits: z.array(
      z.strictObject({ what: z.string(), who: z.string(), licence: z.string(), url: z.string().nullable() }),
    ),
    coverageNotes: z.array(spanSchema.extend({ note: z.string() })),
    provinces: z.array(
      z.strictObject({
        name: z.string(),
        shortName: z.string(),
        aliases: z.array(z.string()),
        boundaryId: z.string(),
        label: position,
      }),
    ),
    districts: z.array(
      z.strictObject({
        name: z.string(),
        aliases: z.array(z.string()),
        province: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        boundaryId: z.string(),
        boundaryMatch: z.enum(['own', 'parent']),
      }),
    ),
    actors: z.array(
      z.strictObject({
        name: z.string(),
        aliases: z.array(z.string()),
        kind: z.enum(ACTOR_KINDS),
        note: z.string(),
      }),
    ),
    mapLabels: z.array(z.strictObject({ name: z.string(), kind: z.enum(['country', 'sea']), at: position })),
    borderNote: z.string(),
    mapAttribution: z.string(),
    dataNote: z.string(),
    revision: revisionSchema,
    firstDay: dateSchema.nullable(),
    lastDay: dateSchema.nullable(),
    incidents: z.number().int(),
    sites: z.number().int(),
    routes: z.number().int(),
    issues: z.number().int().openapi({ description: 'Rows of the portfolio’s files that were refused on loading.' }),
    tilesUrl: z.string().nullable().openapi({ description: 'Raster tiles the operator set; null for none.' }),
  })
  .openapi('Portfolio') satisfies z.ZodType<PortfolioAnswer>;

const site = z.strictObject(siteSchema.shape).openapi('Site');
const route = z.strictObject(routeSchema.shape).openapi('Route');
const counts = z.array(z.strictObject({ id: z.string(), ...nearCountsShape }));
const counted = { counts, revision: revisionSchema };

export const sitesSchema = z.strictObject({ items: z.array(site), ...counted }).openapi('Sites');
export type SiteList = z.infer<typeof sitesSchema>;
export const routesSchema = z.strictObject({ items: z.array(route), ...counted }).openapi('Routes');
export type RouteList = z.infer<typeof routesSchema>;

const detailShape = {
  incidents: z.strictObject({
    ...nearCountsShape,
    last: incidentSummarySchema.nullable().openapi({ description: 'The newest within the radius.' }),
    worst: incidentSummarySchema.nullable().openapi({ description: 'The gravest within the radius.' }),
  }),
  asOf: revisionSchema,
  version: z.number().int().openapi({ description: 'What `If-Match` names to change it.' }),
};
export const siteDetailSchema = z.strictObject({ ...siteSchema.shape, ...detailShape }).openapi('SiteDetail');
export type SiteDetail = z.infer<typeof siteDetailSchema>;
export const routeDetailSchema = z.strictObject({ ...routeSchema.shape, ...detailShape }).openapi('RouteDetail');
export type RouteDetail = z.infer<typeof routeDetailSchema>;

export const taxonomySchema = z
  .strictObject({
    eventTypes: z.array(z.strictObject({ name: z.string(), violent: z.boolean(), subEventTypes: z.array(z.string()) })),
    targetTypes: z.array(z.enum(TARGET_TYPES)),
    statuses: z.array(z.enum(STATUSES)),
    grades: z.array(z.enum(GRADES)),
    actorClaims: z.array(z.enum(ACTOR_CLAIMS)),
    severities: z.array(z.strictObject({ severity: z.number().int(), name: z.string(), rule: z.string() })),
    datePrecisions: z.array(z.enum(DATE_PRECISIONS)),
    placePrecisions: z.array(z.strictObject({ name: z.enum(PLACE_PRECISIONS), radiusKm: z.number().nullable() })),
    certainties: z.array(z.enum(CERTAINTIES)),
    siteSectors: z.array(z.enum(SITE_SECTORS)),
    siteStatuses: z.array(z.enum(SITE_STATUSES)),
    units: z.array(z.enum(TIME_UNITS)),
    dimensions: z.array(z.enum(DIMENSIONS)),
    sortKeys: z.array(z.enum(SORT_KEYS)),
    provinces: z.array(z.string()),
    districts: z.array(z.string()),
    actors: z.array(z.string()),
    revision: revisionSchema,
  })
  .openapi('Taxonomy');
