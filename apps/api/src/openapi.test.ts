import { FILTER_KEYS } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path', 'header']),
  description: z.string().min(5),
  schema: z.looseObject({ type: z.string() }),
});
const operation = z.object({
  summary: z.string().min(5),
  parameters: z.array(parameter).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().min(2) })),
});
const document = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

let test: TestApp;
let text: string;
let described: z.output<typeof document>;
beforeAll(async () => {
  test = await openTestApp();
  text = await (await test.app.request('/v1/openapi.json')).text();
  described = document.parse(JSON.parse(text));
});
afterAll(() => test.close());

describe('the OpenAPI document', () => {
  it('describes every route of the interface', () => {
    const served = test.app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(v1|healthz|readyz|metrics)/.test(path))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(operations.sort()).toEqual([...new Set(served)].sort());
    expect(operations).toHaveLength(96);
  });

  it.each([
    '/v1/incidents',
    '/v1/incidents.csv',
    '/v1/incidents.geojson',
    '/v1/incidents.ndjson',
    '/v1/incidents.arrow',
    '/v1/summary',
    '/v1/bins',
    '/v1/regions',
    '/v1/sites',
    '/v1/sites/{id}',
    '/v1/routes',
    '/v1/routes/{id}',
  ])('describes the whole filter on %s', (path) => {
    const names = described.paths[path]?.get?.parameters?.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(FILTER_KEYS));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every parameter of a path described', () => {
    for (const [path, methods] of Object.entries(described.paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        const given = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(given, path).toEqual(wanted);
      }
    }
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in described.components.schemas))).toEqual([]);
  });

  it('lists the allowed values of closed sets', () => {
    expect(text).toContain('"enum":["inside","possible"]');
    expect(text).toContain('"enum":["date","-date"');
  });
});
