import { randomBytes } from 'node:crypto';
import { Problem } from '@corridor/domain';
import type { Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { checkNeeds } from './access/route-needs.ts';
import { type Api, type AppDeps, type AppEnv, createRouter } from './app-env.ts';
import { Metrics } from './metrics.ts';
import { isAboutPeople, keepNothing } from './middleware/about-people.ts';
import { admit } from './middleware/admit.ts';
import { compressAnswers } from './middleware/compress-answers.ts';
import { identify } from './middleware/identify.ts';
import { knownHost } from './middleware/known-host.ts';
import { answerErrors, problemResponse } from './middleware/problem-response.ts';
import { requestLog } from './middleware/request-log.ts';
import { requirePermission } from './middleware/require-permission.ts';
import { revisionEtag } from './middleware/revision-etag.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { takeBody } from './middleware/take-body.ts';
import { takeSnapshot } from './middleware/take-snapshot.ts';
import { wellFormedUrl } from './middleware/well-formed-url.ts';
import { docsRoutes } from './routes/docs.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { feedRoutes } from './routes/feeds.ts';
import { healthRoutes } from './routes/health.ts';
import { importMappingRoutes } from './routes/import-mappings.ts';
import { importRoutes } from './routes/imports.ts';
import { incidentExportRoutes } from './routes/incident-exports.ts';
import { incidentWritingRoutes } from './routes/incident-writing.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { meRoutes } from './routes/me.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { peopleRoutes } from './routes/people.ts';
import { portfolioRoutes } from './routes/portfolio.ts';
import { queryRoutes } from './routes/query.ts';
import { regionRoutes } from './routes/regions.ts';
import { signingInRoutes } from './routes/signing-in.ts';
import { siteRoutes } from './routes/sites.ts';
import { sourceRoutes } from './routes/sources.ts';
import { summaryRoutes } from './routes/summary.ts';
import { tableRoutes } from './routes/table.ts';
import { targetWritingRoutes } from './routes/target-writing.ts';
import { textRoutes } from './routes/texts.ts';
import { webAppRoutes } from './routes/web-app.ts';
import { workflowRoutes } from './routes/workflow.ts';

/** A record with 200 sources has some 100 kB, and at the very most a megabyte. */
const RECORD_BYTES = 1024 * 1024;

/** Whose bodies are taken before the request waits for its turn. */
const RECORD_BODIES = [
  ['POST', '/v1/incidents'],
  ['PATCH', '/v1/incidents/:id'],
  ['POST', '/v1/incidents/bulk'],
  ...['sites', 'routes', 'sources'].flatMap((what) => [
    ['POST', `/v1/${what}`] as const,
    ['PATCH', `/v1/${what}/:id`] as const,
  ]),
  ['PUT', '/v1/incidents/:id/assignee'],
  ['POST', '/v1/duplicates'],
  ['POST', '/v1/drafts'],
  ...['file', 'link', 'dismiss'].map((verb) => ['POST', `/v1/drafts/:id/${verb}`] as const),
  ...['status', 'merge', 'unmerge', 'split', 'comments', 'apart'].map(
    (verb) => ['POST', `/v1/incidents/:id/${verb}`] as const,
  ),
] as const;

/** A body about people is some names and a password. */
const SMALL_BODY_BYTES = 16 * 1024;

/**
 * The whole application: API, documentation and dashboard. Reads no environment and listens to nothing. Throws when a route
 * does not say in access/route-needs.ts which permission it needs.
 */
export function createApp(deps: AppDeps): Api {
  const app = createRouter();
  const metrics = new Metrics(deps);
  const takeSmallBody = takeBody({ ...deps.limits.bodies, maxBytes: SMALL_BODY_BYTES });
  const etag = revisionEtag(randomBytes(6).toString('base64url'));
  app.use(requestId());
  app.use(requestLog(deps.logger));
  app.use(metrics.measure());
  app.use(securityHeaders(deps.tilesUrl));
  app.use(compressAnswers());
  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethod }));
  app.use(wellFormedUrl());
  app.use(knownHost(deps.access.settings.hosts));
  app.use(sameOrigin(deps.access));
  for (const path of ['/v1/*', '/docs/*', '/metrics'])
    app.use(path, identify(deps.access), requirePermission(deps.access));
  for (const path of ['/v1/query', '/v1/arrivals']) app.post(path, takeBody(deps.limits.bodies));
  const takeRecord = takeBody({ ...deps.limits.bodies, maxBytes: RECORD_BYTES });
  for (const [method, path] of RECORD_BODIES) app.on(method, path, takeRecord);
  app.use('/v1/*', takeSnapshot(deps.live, deps.past));
  app.use('/v1/*', (c, next) => (hasRevision(c.req.path) ? etag(c, next) : next()));
  app.use('/v1/*', admit(deps.limits, deps.unsentBytes));
  for (const path of ['/v1/me/*', '/v1/access/*', '/v1/people/*', ...OF_THE_MOMENT]) app.use(path, keepNothing());
  app.onError(answerErrors(deps.logger));
  app.notFound((c) => problemResponse(c, new Problem('not-found', 'There is nothing at this path.')));

  app.route('/', incidentRoutes(deps));
  app.route('/', incidentExportRoutes(deps));
  app.route('/', incidentWritingRoutes(deps));
  app.route('/', workflowRoutes(deps));
  app.route('/', summaryRoutes());
  app.route('/', queryRoutes(deps));
  app.route('/', tableRoutes(deps));
  app.route('/', textRoutes(deps));
  app.route('/', regionRoutes(deps));
  app.route('/', siteRoutes(deps));
  app.route('/', targetWritingRoutes(deps));
  app.route('/', sourceRoutes(deps));
  app.route('/', importRoutes(deps, takeSmallBody));
  app.route('/', importMappingRoutes(deps, takeSmallBody));
  app.route('/', feedRoutes(deps));
  app.route('/', draftRoutes(deps));
  app.route('/', portfolioRoutes(deps));
  app.route('/', eventRoutes(deps, metrics));
  app.route('/', meRoutes(deps));
  app.route('/', signingInRoutes(deps, takeSmallBody));
  app.route('/', ownAccountRoutes(deps, takeSmallBody));
  app.route('/', peopleRoutes(deps, takeSmallBody));
  app.route('/', healthRoutes(deps));
  app.route('/', metricsRoutes(metrics));
  app.route('/', openapiRoutes(app));
  app.route('/', docsRoutes());
  app.route('/', webAppRoutes(deps.webRoot));
  checkNeeds(app.routes);
  return app;
}

/** What is said and done about records takes no revision, and some of it is of who asks. */
const OF_THE_MOMENT = [
  '/v1/incidents/:id/discussion',
  '/v1/assignees',
  '/v1/queue',
  '/v1/duplicates',
  '/v1/imports/*',
  '/v1/import-mappings/*',
  '/v1/feeds',
  '/v1/feeds/*',
  '/v1/drafts',
  '/v1/drafts/*',
];
const WITHOUT_REVISION =
  /^\/v1\/(events|assignees|queue|duplicates|incidents\/[^/]+\/discussion|(imports|import-mappings|feeds|drafts)(\/.*)?)$/;

/** Whether an answer is a state of the data, and the same for everybody who may see it. */
function hasRevision(path: string): boolean {
  return !WITHOUT_REVISION.test(path) && !isAboutPeople(path);
}

function answerMethod(c: Context<AppEnv>, methods: readonly string[]): Response {
  return problemResponse(c, new Problem('method-not-allowed', `Allowed here: ${methods.join(', ')}.`), {
    Allow: methods.join(', '),
  });
}
