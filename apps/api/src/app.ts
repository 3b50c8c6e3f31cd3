import { randomBytes } from 'node:crypto';
import { Problem } from '@corridor/domain';
import type { Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { type Api, type AppDeps, type AppEnv, createRouter } from './app-env.ts';
import { admit } from './middleware/admit.ts';
import { compressAnswers } from './middleware/compress-answers.ts';
import { answerErrors, problemResponse } from './middleware/problem-response.ts';
import { requestLog } from './middleware/request-log.ts';
import { revisionEtag } from './middleware/revision-etag.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { takeBody } from './middleware/take-body.ts';
import { takeSnapshot } from './middleware/take-snapshot.ts';
import { wellFormedUrl } from './middleware/well-formed-url.ts';
import { docsRoutes } from './routes/docs.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { incidentExportRoutes } from './routes/incident-exports.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { portfolioRoutes } from './routes/portfolio.ts';
import { queryRoutes } from './routes/query.ts';
import { regionRoutes } from './routes/regions.ts';
import { siteRoutes } from './routes/sites.ts';
import { summaryRoutes } from './routes/summary.ts';
import { tableRoutes } from './routes/table.ts';
import { textRoutes } from './routes/texts.ts';
import { webAppRoutes } from './routes/web-app.ts';

/** The whole application: API, documentation and dashboard. Reads no environment and listens to nothing. */
export function createApp(deps: AppDeps): Api {
  const app = createRouter();
  const etag = revisionEtag(randomBytes(6).toString('base64url'));
  app.use(requestId());
  app.use(requestLog(deps.logger));
  app.use(securityHeaders(deps.tilesUrl));
  app.use(compressAnswers());
  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethod }));
  app.use(wellFormedUrl());
  app.post('/v1/query', takeBody(deps.limits.bodies));
  app.use('/v1/*', takeSnapshot(deps.live));
  app.use('/v1/*', (c, next) => (c.req.path === '/v1/events' ? next() : etag(c, next)));
  app.use('/v1/*', admit(deps.limits, deps.unsentBytes));
  app.onError(answerErrors(deps.logger));
  app.notFound((c) => problemResponse(c, new Problem('not-found', 'There is nothing at this path.')));

  app.route('/', incidentRoutes(deps));
  app.route('/', incidentExportRoutes(deps));
  app.route('/', summaryRoutes());
  app.route('/', queryRoutes(deps));
  app.route('/', tableRoutes(deps));
  app.route('/', textRoutes());
  app.route('/', regionRoutes(deps));
  app.route('/', siteRoutes());
  app.route('/', portfolioRoutes(deps));
  app.route('/', eventRoutes(deps));
  app.route('/', healthRoutes(deps));
  app.route('/', openapiRoutes(app));
  app.route('/', docsRoutes());
  app.route('/', webAppRoutes(deps.webRoot));
  return app;
}

function answerMethod(c: Context<AppEnv>, methods: readonly string[]): Response {
  return problemResponse(c, new Problem('method-not-allowed', `Allowed here: ${methods.join(', ')}.`), {
    Allow: methods.join(', '),
  });
}
