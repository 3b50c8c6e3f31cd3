import { z } from 'zod';
import { recordIdSchema, sourceSchema } from './incident.ts';
import { PLACE_PRECISIONS } from './taxonomy.ts';

export const SITE_SECTORS = [
  'energy',
  'transport',
  'port',
  'industrial-zone',
  'mining',
  'telecom',
  'education',
  'diplomatic',
  'health',
  'water',
] as const;
export type SiteSector = (typeof SITE_SECTORS)[number];

export const SITE_STATUSES = [
  'operational',
  'under-construction',
  'planned',
  'suspended',
  'completed',
  'cancelled',
] as const;
export type SiteStatus = (typeof SITE_STATUSES)[number];

const lon = z.number().min(-180).max(180);
const lat = z.number().min(-90).max(90);
const year = z.number().int().min(1800).max(2200);

/** A project site: a point with a monitoring radius in kilometres. Cost in million US dollars. */
export const siteSchema = z.strictObject({
  id: recordIdSchema,
  name: z.string().min(1).max(300),
  sector: z.enum(SITE_SECTORS),
  kind: z.string().max(100),
  status: z.enum(SITE_STATUSES),
  corridor: z.string().max(100),
  province: z.string().min(1).max(100),
  district: z.string().min(1).max(100),
  location: z.string().max(300),
  latitude: lat,
  longitude: lon,
  precision: z.enum(PLACE_PRECISIONS),
  radiusKm: z.number().positive().max(500),
  capacity: z.number().nonnegative().nullable(),
  capacityUnit: z.string().max(50),
  costMusd: z.number().nonnegative().nullable(),
  operator: z.string().max(300),
  chinesePartner: z.string().max(500),
  startYear: year.nullable(),
  completionYear: year.nullable(),
  sources: z.array(sourceSchema).max(20),
  notes: z.string().max(5000),
});
export type Site = z.infer<typeof siteSchema>;

/** A corridor route: a schematic line of way-points (longitude, latitude) with a width to each side in kilometres. */
export const routeSchema = z.strictObject({
  id: recordIdSchema,
  name: z.string().min(1).max(300),
  kind: z.string().max(100),
  status: z.enum(SITE_STATUSES),
  corridor: z.string().max(100),
  radiusKm: z.number().positive().max(500),
  line: z
    .array(z.tuple([lon, lat]))
    .min(2)
    .max(10_000),
});
export type Route = z.infer<typeof routeSchema>;
