import type { RouterRoute } from 'hono/types';
import type { Permission } from './permissions.ts';

/** `nothing`: also for those who are not signed in where reading needs that. */
export type Need = Permission | 'nothing';

/** What each route needs, by method and path: the only place that says so. The dashboard's own files need nothing. */
const NEEDS: Readonly<Record<string, Need>> = {
  'GET /healthz': 'nothing',
  'GET /readyz': 'nothing',
  // It tells how much is asked, and of whom or what nothing.
  'GET /metrics': 'records.read',

  'GET /v1/me': 'nothing',
  'POST /v1/access/sign-in': 'nothing',
  'POST /v1/access/sign-out': 'nothing',
  'POST /v1/access/first-admin': 'nothing',
  'POST /v1/access/link': 'nothing',
  'POST /v1/access/password': 'nothing',
  'POST /v1/access/sso': 'nothing',
  'GET /v1/access/sso/callback/oidc': 'nothing',

  'GET /v1/incidents': 'records.read',
  'GET /v1/incidents/:id': 'records.read',
  'GET /v1/incidents/:id/versions/:number': 'records.read',
  'POST /v1/incidents': 'incidents.file',
  // Who may not edit all may edit what was filed by the same person: services/edit-incident.ts.
  'PATCH /v1/incidents/:id': 'incidents.file',
  'POST /v1/incidents/:id/status': 'incidents.verify',
  'POST /v1/incidents/bulk': 'incidents.edit',
  'POST /v1/incidents/:id/merge': 'incidents.edit',
  'POST /v1/incidents/:id/unmerge': 'incidents.edit',
  'POST /v1/incidents/:id/split': 'incidents.edit',
  'GET /v1/incidents/:id/discussion': 'records.read',
  'POST /v1/incidents/:id/comments': 'incidents.file',
  'PUT /v1/incidents/:id/assignee': 'incidents.edit',
  'PUT /v1/incidents/:id/watch': 'incidents.file',
  'DELETE /v1/incidents/:id/watch': 'incidents.file',
  'GET /v1/assignees': 'incidents.edit',
  'GET /v1/queue': 'incidents.edit',
  'POST /v1/duplicates': 'incidents.file',
  'GET /v1/duplicates': 'incidents.edit',
  'POST /v1/incidents/:id/apart': 'incidents.edit',
  'GET /v1/places': 'incidents.file',
  'GET /v1/incidents.csv': 'records.read',
  'GET /v1/incidents.geojson': 'records.read',
  'GET /v1/incidents.ndjson': 'records.read',
  'GET /v1/incidents.arrow': 'records.read',
  'GET /v1/summary': 'records.read',
  'GET /v1/bins': 'records.read',
  'POST /v1/query': 'records.read',
  'POST /v1/arrivals': 'records.read',
  'GET /v1/engine': 'records.read',
  'GET /v1/table.arrow': 'records.read',
  'GET /v1/texts': 'records.read',
  'GET /v1/text-matches': 'records.read',
  'GET /v1/regions': 'records.read',
  'GET /v1/sites': 'records.read',
  'GET /v1/sites/:id': 'records.read',
  'GET /v1/routes': 'records.read',
  'GET /v1/routes/:id': 'records.read',
  'GET /v1/sites/:id/versions': 'records.read',
  'GET /v1/routes/:id/versions': 'records.read',
  'GET /v1/sources': 'records.read',
  'GET /v1/sources/:id': 'records.read',
  'GET /v1/portfolio': 'records.read',
  'GET /v1/taxonomy': 'records.read',
  'GET /v1/basemap/:file': 'records.read',
  'GET /v1/events': 'records.read',
  'GET /v1/openapi.json': 'records.read',
  'GET /docs': 'records.read',
  'GET /docs/start.js': 'records.read',
  'GET /docs/swagger-ui.css': 'records.read',
  'GET /docs/swagger-ui-bundle.js': 'records.read',
  'GET /docs/favicon-32x32.png': 'records.read',

  'POST /v1/sites': 'sites.edit',
  'PATCH /v1/sites/:id': 'sites.edit',
  'POST /v1/routes': 'sites.edit',
  'PATCH /v1/routes/:id': 'sites.edit',
  'POST /v1/sources': 'incidents.edit',
  'PATCH /v1/sources/:id': 'incidents.edit',

  'POST /v1/imports': 'imports.run',
  'GET /v1/imports': 'imports.run',
  'GET /v1/imports/:id': 'imports.run',
  'GET /v1/imports/:id/issues.csv': 'imports.run',
  'GET /v1/imports/:id/map.geojson': 'imports.run',
  'POST /v1/imports/:id/commit': 'imports.run',
  'POST /v1/imports/:id/cancel': 'imports.run',
  'POST /v1/imports/:id/undo': 'imports.run',
  'GET /v1/import-mappings': 'imports.run',
  'GET /v1/import-mappings/:name': 'imports.run',
  'PUT /v1/import-mappings/:name': 'imports.run',
  'DELETE /v1/import-mappings/:name': 'imports.run',
  'POST /v1/import-mappings/guess': 'imports.run',
  'GET /v1/feeds': 'records.read',
  'POST /v1/feeds/:id/check': 'drafts.decide',
  'GET /v1/drafts': 'drafts.read',
  'GET /v1/drafts/:id': 'drafts.read',
  'POST /v1/drafts': 'drafts.paste',
  'POST /v1/drafts/:id/file': 'drafts.decide',
  'POST /v1/drafts/:id/link': 'drafts.decide',
  'POST /v1/drafts/:id/dismiss': 'drafts.decide',

  'GET /v1/me/sessions': 'account.own',
  'DELETE /v1/me/sessions': 'account.own',
  'DELETE /v1/me/sessions/:id': 'account.own',
  'POST /v1/me/password': 'account.own',
  'GET /v1/me/keys': 'account.own',
  'POST /v1/me/keys': 'account.own',
  'DELETE /v1/me/keys/:id': 'account.own',

  'GET /v1/people': 'people.manage',
  'POST /v1/people': 'people.manage',
  'PATCH /v1/people/:id': 'people.manage',
  'POST /v1/people/:id/link': 'people.manage',
};

type Served = Pick<RouterRoute, 'method' | 'path'>;

/** What a route needs. Throws for one that does not say so: it would be for everybody, or for nobody, by accident. */
export function needOf({ method, path }: Served): Need {
  const need = NEEDS[`${method} ${path}`];
  if (need === undefined) throw new Error(`access/route-needs.ts does not say what ${method} ${path} needs`);
  return need;
}

/** Throws for a route without a need, and for a need without a route. */
export function checkNeeds(routes: readonly Served[]): void {
  const served = routesOf(routes);
  for (const route of served) needOf(route);
  const names = new Set(served.map(({ method, path }) => `${method} ${path}`));
  const stray = Object.keys(NEEDS).find((name) => !names.has(name));
  if (stray !== undefined) throw new Error(`access/route-needs.ts names ${stray}, which is not served`);
}

/** Each route once, without middleware. */
export function routesOf(routes: readonly Served[]): Served[] {
  const byName = new Map<string, Served>();
  for (const { method, path } of routes) {
    if (method !== 'ALL') byName.set(`${method} ${path}`, { method, path });
  }
  return [...byName.values()];
}
