import {
  newRouteSchema as newRoute,
  newSiteSchema as newSite,
  newSourceSchema as newSource,
  routeChangesSchema,
  routeSchema,
  siteChangesSchema,
  siteSchema,
  sourceChangesSchema,
  sourceSchema,
} from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { dateSchema, revisionSchema } from './incident-schemas.ts';
import { reasonSchema } from './writing-schemas.ts';

export const newSiteSchema = newSite;
export const newRouteSchema = newRoute;
export const newSourceSchema = newSource;
export const siteEditSchema = z.strictObject({ reason: reasonSchema, changes: siteChangesSchema });
export type SiteEdit = z.input<typeof siteEditSchema>;
export const routeEditSchema = z.strictObject({ reason: reasonSchema, changes: routeChangesSchema });
export type RouteEdit = z.input<typeof routeEditSchema>;
export const sourceEditSchema = z.strictObject({ reason: reasonSchema, changes: sourceChangesSchema });
export type SourceEdit = z.input<typeof sourceEditSchema>;

const stamp = { version: z.number().int(), revision: revisionSchema };

export const savedSiteSchema = z.strictObject({ ...siteSchema.shape, ...stamp }).openapi('SavedSite');
export type SavedSite = z.infer<typeof savedSiteSchema>;
export const savedRouteSchema = z.strictObject({ ...routeSchema.shape, ...stamp }).openapi('SavedRoute');
export type SavedRoute = z.infer<typeof savedRouteSchema>;

const versionShape = {
  ...stamp,
  changedAt: z.string(),
  changedBy: z.string().openapi({ description: 'A person’s name, or the part of the program.' }),
  reason: z.string(),
};
export const siteVersionsSchema = z
  .strictObject({ items: z.array(z.strictObject({ ...versionShape, record: z.strictObject(siteSchema.shape) })) })
  .openapi('SiteVersions');
export type SiteVersions = z.infer<typeof siteVersionsSchema>;
export const routeVersionsSchema = z
  .strictObject({ items: z.array(z.strictObject({ ...versionShape, record: z.strictObject(routeSchema.shape) })) })
  .openapi('RouteVersions');
export type RouteVersions = z.infer<typeof routeVersionsSchema>;

const sourceShape = { id: z.string(), version: z.number().int(), ...sourceSchema.shape };

export const savedSourceSchema = z.strictObject(sourceShape).openapi('SavedSource');
export type SavedSource = z.infer<typeof savedSourceSchema>;

export const sourcesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...sourceShape,
        incidents: z.number().int().openapi({ description: 'How many incidents cite it.' }),
        sites: z.number().int().openapi({ description: 'How many sites cite it.' }),
      }),
    ),
    next: z.string().nullable().openapi({ description: 'The `cursor` of the page that follows; null for the last.' }),
  })
  .openapi('Sources');
export type SourceList = z.infer<typeof sourcesSchema>;
export type ListedSource = SourceList['items'][number];

export const sourceDetailSchema = z
  .strictObject({
    ...sourceShape,
    citedBy: z.strictObject({
      incidents: z
        .array(z.strictObject({ id: z.string(), title: z.string(), day: dateSchema }))
        .openapi({ description: 'The newest 200.' }),
      sites: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  })
  .openapi('SourceDetail');
export type SourceDetail = z.infer<typeof sourceDetailSchema>;
