import { countedOnly, type Incident, parseOriginRules } from '@corridor/domain';
import { decodeArrow } from '@corridor/incident-table';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { textsSchema } from './schemas/query-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { readCsv } from './testing/read-csv.ts';
import { signUp } from './testing/sign-up.ts';

const CHANGE = { by: 'test', reason: 'origins' };
/** Generous, for machines that are busy. */
const SOON = { timeout: 60_000 };
/** Three applications, each with a database of its own. */
const OPENING_MS = 360_000;
const EXPORTS = ['csv', 'geojson', 'ndjson', 'arrow'] as const;

let tests: readonly TestApp[];
/** Ids of what leaves only as a count by now, and of what did at the second revision. */
let counted: ReadonlySet<string>;
let countedThen: ReadonlySet<string>;

beforeAll(async () => {
  tests = [
    await openTestApp(),
    await openTestApp({ queryEngine: 'sql' }),
    await openTestApp({ countedOnly: countedOnly(parseOriginRules('acled=share,corridor-watch=counts') ?? new Map()) }),
  ];
  for (const test of tests) {
    const [a, b, c, ...rest] = test.portfolio.incidents;
    if (!a || !b || !c) throw new Error('The portfolio has too few incidents');
    const given: Incident[] = [
      { ...a, origin: 'acled' },
      { ...b, origin: 'GTD' },
      { ...c, origin: 'acled' },
    ];
    const more = rest.slice(0, 20).map((incident, index): Incident => {
      return { ...incident, id: `ucdp-${index}`, origin: 'ucdp-ged', licence: 'CC-BY-4.0' };
    });
    await test.store.saveIncidents([...given, ...more], CHANGE);
    const last = await test.store.saveIncidents([{ ...c, origin: 'corridor-watch' }], CHANGE);
    const reach = async () =>
      expect(await (await test.app.request('/v1/engine')).json()).toMatchObject({ revision: last });
    await vi.waitFor(reach, SOON);
    [counted, countedThen] = [new Set([a.id, b.id]), new Set([a.id, b.id, c.id])];
  }
}, OPENING_MS);
afterAll(async () => {
  for (const test of tests) await test.close();
});

/** The ids of an export, as its format has them, and what it states. */
async function read({ app }: TestApp, format: (typeof EXPORTS)[number], query = '') {
  const response = await app.request(`/v1/incidents.${format}${query}`);
  expect(response.status).toBe(200);
  const [matched = -1, exported = -1, leftOut = -1] = ['Matched', 'Exported', 'Left-Out'].map((name) =>
    Number(response.headers.get(`X-Corridor-${name}`)),
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { ids, stated } = CONTENT[format](bytes);
  expect(exported).toBe(ids.length);
  expect(matched).toBe(exported + leftOut);
  if (stated !== null) expect(stated).toEqual({ matched, exported, leftOut });
  return { ids: new Set(ids), matched, leftOut };
}

type Content = { readonly ids: readonly string[]; readonly stated: object | null };
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const statement = z.object({ matched: z.coerce.number(), exported: z.coerce.number(), leftOut: z.coerce.number() });
const withId = z.object({ id: z.string() });
const CONTENT: Readonly<Record<(typeof EXPORTS)[number], (bytes: Uint8Array) => Content>> = {
  csv: (bytes) => ({
    ids: readCsv(textOf(bytes))
      .slice(1)
      .map(([id = '']) => id),
    stated: null,
  }),
  ndjson: (bytes) => {
    const lines = textOf(bytes).split('\n').filter(Boolean);
    return { ids: lines.map((line) => withId.parse(JSON.parse(line)).id), stated: null };
  },
  geojson: (bytes) => {
    const file: unknown = JSON.parse(textOf(bytes));
    return {
      ids: z
        .object({ features: z.array(withId) })
        .parse(file)
        .features.map(({ id }) => id),
      stated: statement.parse(file),
    };
  },
  arrow: (bytes) => {
    const table = decodeArrow(bytes);
    const metadata = tableFromIPC(bytes).schema.metadata;
    const ids = Array.from({ length: table.rowCount }, (_, row) => table.columns.id.at(row));
    return { ids, stated: statement.parse(Object.fromEntries(metadata ?? [])) };
  },
};

const among = (ids: ReadonlySet<string>, other: ReadonlySet<string>) => [...ids].filter((id) => other.has(id));

describe.each([
  [0, 'from memory'],
  [1, 'by SQL'],
] as const)('an export (%i: %s)', (index, _name) => {
  const test = () => tests[index] ?? fail();

  it.each(EXPORTS)('leaves out what is only counted, and says how many: %s', async (format) => {
    const { ids, leftOut, matched } = await read(test(), format);
    expect(leftOut).toBe(counted.size);
    expect(among(ids, counted)).toEqual([]);
    expect(ids.has('ucdp-3')).toBe(true);
    const summary: unknown = await (await test().app.request('/v1/summary')).json();
    expect(summary).toMatchObject({ matched });
  });

  it.each(EXPORTS)('holds to it under a filter and in any order: %s', async (format) => {
    const [day] = test().portfolio.incidents.map(({ occurred }) => occurred.start);
    for (const sort of ['title', '-killed', 'date']) {
      const { ids, leftOut } = await read(test(), format, `?from=${day}&to=${day}&sort=${sort}`);
      expect(leftOut).toBe(
        test().portfolio.incidents.filter(({ id, occurred }) => counted.has(id) && occurred.start === day).length,
      );
      expect(among(ids, counted)).toEqual([]);
    }
  });

  it.each(EXPORTS)('gives a past as the origins were then: %s', { timeout: 60_000 }, async (format) => {
    expect((await read(test(), format, '?asOf=r1')).leftOut).toBe(0);
    const then = await read(test(), format, '?asOf=r2');
    expect(then.leftOut).toBe(countedThen.size);
    expect(among(then.ids, countedThen)).toEqual([]);
  });

  it.each(EXPORTS)('is empty where all of it is only counted: %s', async (format) => {
    const [id = ''] = counted;
    const title = test().portfolio.incidents.find((incident) => incident.id === id)?.title ?? '';
    const { ids, leftOut, matched } = await read(test(), format, `?q=${encodeURIComponent(title)}`);
    expect([ids.size, leftOut]).toEqual([0, matched]);
    expect(matched).toBe(1);
  });

  it.each(EXPORTS)('leaves nothing out where nothing of it is only counted: %s', async (format) => {
    const { ids, leftOut, matched } = await read(test(), format, '?from=2026-01-01');
    expect([leftOut, ids.size]).toEqual([0, matched]);
    expect(matched).toBeGreaterThan(0);
  });
});

describe.each([
  [0, 'from memory'],
  [1, 'by SQL'],
] as const)('who is not signed in (%i: %s)', (index, _name) => {
  const test = () => tests[index] ?? fail();

  it('reads no whole record, no version and no summary of what is only counted, and all of the others', async () => {
    const { app, store } = test();
    const { cookie } = await signUp(test(), 'viewer', `reader-${index}`);
    const [acled = ''] = counted;
    for (const path of [
      `/v1/incidents/${acled}`,
      `/v1/incidents/${acled}/versions/1`,
      `/v1/incidents/${acled}/versions/2`,
    ]) {
      const refused = await app.request(path);
      const wasOurs = path.endsWith('/1');
      expect(refused.status, path).toBe(wasOurs ? 200 : 403);
      if (!wasOurs) expect(await refused.text()).toContain('This record comes from acled');
      expect((await app.request(path, { headers: { Cookie: cookie } })).status, path).toBe(200);
    }
    expect((await app.request('/v1/incidents/ucdp-3')).status).toBe(200);
    const keyOf = async (id: string) => (await store.incidentById(id))?.key ?? 0;
    const path = `/v1/texts?keys=${await keyOf(acled)},${await keyOf('ucdp-3')}`;
    const texts = async (headers: Record<string, string>) => {
      const response = await app.request(path, { headers });
      const { items } = textsSchema.parse(await response.json());
      return { etag: response.headers.get('ETag'), known: items.map(({ summary }) => summary !== '') };
    };
    const [nobody, somebody] = [await texts({}), await texts({ Cookie: cookie })];
    expect([nobody.known, somebody.known]).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(nobody.etag).not.toBe(somebody.etag);
  });
});

/** What the API says of itself, as far as files are concerned. */
const documented = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
        })
        .optional(),
    }),
  ),
});

/** Paths that need no id and give something other than JSON: files, feeds, streams, whatever is added to them. */
async function pathsOfFiles({ app }: TestApp): Promise<readonly string[]> {
  const { paths } = documented.parse(await (await app.request('/v1/openapi.json')).json());
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const types = Object.keys(get?.responses['200']?.content ?? {});
    return path.includes('{') || types.length === 0 || types.includes('application/json') ? [] : [path];
  });
}

describe.each([
  [0, 'from memory'],
  [1, 'by SQL'],
] as const)('every file that the API gives (%i: %s)', (index, _name) => {
  it('has neither id nor title of what is only counted, whoever asks', { timeout: 180_000 }, async () => {
    const test = tests[index] ?? fail();
    const { cookie } = await signUp(test, 'admin', `asks-for-files-${index}`);
    const paths = await pathsOfFiles(test);
    expect(paths).toEqual(expect.arrayContaining(EXPORTS.map((format) => `/v1/incidents.${format}`)));
    const words = test.portfolio.incidents.filter(({ id }) => counted.has(id)).flatMap(({ id, title }) => [id, title]);
    for (const path of paths.filter((one) => one !== '/v1/events')) {
      for (const headers of [{}, { Cookie: cookie }]) {
        const bytes = Buffer.from(await (await test.app.request(path, { headers })).arrayBuffer());
        expect(
          words.filter((word) => bytes.includes(word)),
          path,
        ).toEqual([]);
      }
    }
  });
});

describe('where the operator says otherwise', () => {
  it.each(EXPORTS)('another origin is left out, and ACLED is not: %s', async (format) => {
    const test = tests[2] ?? fail();
    const { ids, leftOut, matched } = await read(test, format);
    const [acled = ''] = counted;
    expect([...ids].sort()).toEqual([acled, ...Array.from({ length: 20 }, (_, index) => `ucdp-${index}`)].sort());
    expect(leftOut).toBe(matched - 21);
  });
});

function fail(): never {
  throw new Error('There is no such application');
}
