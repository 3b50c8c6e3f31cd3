import { z } from 'zod';
import { addTextFaults } from './add-text-faults.ts';
import { sourceSchema } from './incident.ts';
import { routeSchema, siteSchema } from './site.ts';

const { id: siteId, ...siteFields } = siteSchema.shape;
const { id: routeId, ...routeFields } = routeSchema.shape;

/** A new site or route as a person hands it in. The server makes an id of the name where none is given. */
export const newSiteSchema = z
  .strictObject({ ...siteFields, id: siteId.optional() })
  .superRefine((site, context) => addTextFaults(site, context, isName));
export type NewSite = z.infer<typeof newSiteSchema>;

export const newRouteSchema = z
  .strictObject({ ...routeFields, id: routeId.optional() })
  .superRefine((route, context) => addTextFaults(route, context, isName));
export type NewRoute = z.infer<typeof newRouteSchema>;

/** Some fields of a site or route, each replaced whole. */
export const siteChangesSchema = z
  .strictObject(siteFields)
  .partial()
  .superRefine((changes, context) => addTextFaults(changes, context, isName));
export type SiteChanges = z.infer<typeof siteChangesSchema>;

export const routeChangesSchema = z
  .strictObject(routeFields)
  .partial()
  .superRefine((changes, context) => addTextFaults(changes, context, isName));
export type RouteChanges = z.infer<typeof routeChangesSchema>;

/** A source as a person hands it in: somebody published it, or it has a title. */
export const newSourceSchema = sourceSchema.superRefine((source, context) => {
  addTextFaults(source, context, () => false);
  if (`${source.publisher}${source.title}`.trim() === '') {
    context.addIssue({ code: 'custom', path: ['title'], message: 'a publisher or a title is needed' });
  }
});

const { grade, basedOn, ...sourceFields } = sourceSchema.shape;
export const sourceChangesSchema = z
  .strictObject({ ...sourceFields, grade: grade.unwrap(), basedOn: basedOn.unwrap() })
  .partial()
  .superRefine((changes, context) => addTextFaults(changes, context, () => false));
export type SourceChanges = z.infer<typeof sourceChangesSchema>;

function isName(path: readonly PropertyKey[]): boolean {
  return path.length === 1 && ['name', 'province', 'district'].includes(String(path[0]));
}
