import { Problem } from '@corridor/domain';
import { createRoute, z } from '@hono/zod-openapi';
import { type Api, type AppDeps, createRouter } from '../app-env.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { describeParams } from '../params/describe-params.ts';
import { parsePlain } from '../params/parse-request.ts';
import { portfolioSchema, taxonomySchema } from '../schemas/portfolio-schemas.ts';
import { badRequest, notFound, notModified } from '../schemas/problem-schema.ts';
import { describePortfolio } from '../services/describe-portfolio.ts';
import { describeTaxonomy } from '../services/describe-taxonomy.ts';

const BASEMAP_FILES = ['base.json', 'rivers.json', 'disputed.json', 'cities.json'] as const;

const portfolioRoute = createRoute({
  method: 'get',
  path: '/v1/portfolio',
  tags: ['portfolio'],
  summary: 'What the portfolio is: name, bounds, regions, actors, credits, and what the store holds of it',
  parameters: describeParams(asOfParams, { filter: false }),
  responses: {
    200: { description: 'The portfolio', content: { 'application/json': { schema: portfolioSchema } } },
    ...notModified,
    ...badRequest,
  },
});

const taxonomyRoute = createRoute({
  method: 'get',
  path: '/v1/taxonomy',
  tags: ['portfolio'],
  summary: 'Every value that a filter or a record can hold',
  parameters: describeParams(asOfParams, { filter: false }),
  responses: {
    200: { description: 'The taxonomy', content: { 'application/json': { schema: taxonomySchema } } },
    ...notModified,
    ...badRequest,
  },
});

const basemapRoute = createRoute({
  method: 'get',
  path: '/v1/basemap/{file}',
  tags: ['portfolio'],
  summary: 'The base map: TopoJSON of areas, rivers and disputed lines, and rows of towns',
  request: { params: z.object({ file: z.string().openapi({ description: 'Which part.', enum: [...BASEMAP_FILES] }) }) },
  responses: {
    200: { description: 'The file', content: { 'application/json': { schema: z.unknown() } } },
    ...notModified,
    ...badRequest,
    ...notFound,
  },
});

export function portfolioRoutes({ portfolio, tilesUrl }: AppDeps): Api {
  const router = createRouter();
  const { base, rivers, disputed, cities } = portfolio.basemap;
  const files = new Map<string, string>([
    ['base.json', JSON.stringify(base)],
    ['rivers.json', JSON.stringify(rivers)],
    ['disputed.json', JSON.stringify(disputed)],
    ['cities.json', JSON.stringify(cities)],
  ]);
  router.openapi(portfolioRoute, (c) => {
    parsePlain(c.req.url, asOfParams);
    return c.json(describePortfolio(c.get('snapshot'), portfolio, tilesUrl), 200);
  });
  router.openapi(taxonomyRoute, (c) => {
    parsePlain(c.req.url, asOfParams);
    return c.json(describeTaxonomy(c.get('snapshot')), 200);
  });
  router.openapi(basemapRoute, (c) => {
    parsePlain(c.req.url, {});
    const text = files.get(c.req.param('file'));
    if (text === undefined) throw new Problem('not-found', `The base map has the files ${BASEMAP_FILES.join(', ')}.`);
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
  return router;
}
