import { decodeArrow } from '@corridor/incident-table';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { summarySchema } from './schemas/answer-schemas.ts';
import { incidentPageSchema } from './schemas/incident-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { readCsv } from './testing/read-csv.ts';

let test: TestApp;
let everyRow: readonly Row[];
beforeAll(async () => {
  test = await openTestApp();
  everyRow = await csvRows('');
});
afterAll(() => test.close());

type Row = Readonly<Record<string, string>>;

async function text(path: string): Promise<string> {
  const response = await test.app.request(path);
  const body = await response.text();
  expect(response.status, `${path} → ${body.slice(0, 300)}`).toBe(200);
  return body;
}

async function csvRows(query: string): Promise<Row[]> {
  const [names = [], ...rows] = readCsv((await text(`/v1/incidents.csv?${query}`)).replace(/^\uFEFF/, ''));
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}

async function listedIds(query: string, limit: number): Promise<{ ids: string[]; matched: number; located: number }> {
  const ids: string[] = [];
  let cursor = '';
  for (;;) {
    const page = incidentPageSchema.parse(JSON.parse(await text(`/v1/incidents?${query}&limit=${limit}${cursor}`)));
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return { ids, matched: page.matched, located: page.located };
    expect(page.items).toHaveLength(limit);
    cursor = `&cursor=${page.next}`;
  }
}

const features = z.object({ matched: z.number(), features: z.array(z.object({ id: z.string() })) });
const record = z.object({ id: z.string() });

/** Asks every way out for one filter, and expects one answer. */
async function expectOneTruth(filter: string, { sort = '-date', limit = 61 } = {}): Promise<number> {
  const query = `${filter}&sort=${sort}`;
  const rows = await csvRows(query);
  const ids = rows.map(({ id }) => id);
  const list = await listedIds(query, limit);
  const summary = summarySchema.parse(JSON.parse(await text(`/v1/summary?${filter}&unit=year&group=province`)));
  const geojson = features.parse(JSON.parse(await text(`/v1/incidents.geojson?${query}`)));
  const lines = (await text(`/v1/incidents.ndjson?${query}`)).split('\n').slice(0, -1);
  const arrow = await test.app.request(`/v1/incidents.arrow?${query}`);
  const table = decodeArrow(new Uint8Array(await arrow.arrayBuffer()));

  expect(list.ids).toEqual(ids);
  expect(geojson.features.map(({ id }) => id)).toEqual(ids);
  expect(lines.map((line) => record.parse(JSON.parse(line)).id)).toEqual(ids);
  expect(Array.from({ length: table.rowCount }, (_, row) => table.id(row)).sort()).toEqual([...ids].sort());
  expect([list.matched, summary.matched, geojson.matched]).toEqual([ids.length, ids.length, ids.length]);
  expect(summary.located + summary.unlocated).toBe(summary.matched);
  expect(list.located).toBe(summary.located);
  const known = rows.filter(({ killedBest }) => killedBest !== '');
  expect(summary.casualties.killed).toEqual({
    low: sum(known.map(({ killedLow }) => killedLow)),
    best: sum(known.map(({ killedBest }) => killedBest)),
    high: sum(known.map(({ killedHigh }) => killedHigh)),
    unknown: rows.length - known.length,
  });
  const inBuckets = sum(summary.timeline.series.flatMap(({ counts }) => counts));
  expect(inBuckets + summary.timeline.imprecise).toBe(summary.matched);
  return rows.length;
}

function sum(values: readonly (string | number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0);
}

/** What a filter on plain columns matches, counted over the whole CSV file. */
function countByHand(params: URLSearchParams): number {
  const among = (name: string, cell: string | undefined) =>
    !params.has(name) || params.getAll(name).includes(cell ?? '');
  return everyRow.filter(
    (row) =>
      among('province', row.province) &&
      among('district', row.district) &&
      among('type', row.eventType) &&
      among('targetType', row.targetType) &&
      among('status', row.status) &&
      among('grade', row.grade) &&
      (!params.has('chinese') || row.chinese === params.get('chinese')) &&
      (!params.has('actor') ||
        (row.actors ?? '').split('; ').some((actor) => params.getAll('actor').includes(actor))) &&
      Number(row.severity) >= Number(params.get('minSeverity') ?? 1) &&
      (row.start ?? '') >= (params.get('from') ?? '') &&
      (row.start ?? '') <= (params.get('to') ?? '9999'),
  ).length;
}

/** Parts of a filter with values that the data hold, so that combinations often match something. */
function plainParts() {
  const cells = (name: string) => [...new Set(everyRow.flatMap((row) => row[name] || []))].sort();
  const some = (name: string, column: string) =>
    fc
      .subarray(cells(column), { minLength: 1, maxLength: 4 })
      .map((values) => values.map((value): Pair => [name, value]));
  const actors = [...new Set(cells('actors').flatMap((actor) => actor.split('; ')))];
  const [first = '', last = ''] = [cells('start')[0], cells('start').at(-1)];
  const day = fc.constantFrom(...cells('start'));
  return {
    province: some('province', 'province'),
    district: some('district', 'district'),
    type: some('type', 'eventType'),
    targetType: some('targetType', 'targetType'),
    status: some('status', 'status'),
    grade: some('grade', 'grade'),
    actor: fc
      .subarray(actors, { minLength: 1, maxLength: 3 })
      .map((names) => names.map((name): Pair => ['actor', name])),
    chinese: fc.constantFrom('true', 'false').map((value): Pair[] => [['chinese', value]]),
    minSeverity: fc.integer({ min: 1, max: 5 }).map((value): Pair[] => [['minSeverity', String(value)]]),
    period: fc.tuple(day, day).map(([a, b]): Pair[] =>
      a < b
        ? [
            ['from', a],
            ['to', b],
          ]
        : [
            ['from', b || first],
            ['to', a || last],
          ],
    ),
  };
}

type Pair = readonly [name: string, value: string];

function toParams(pairs: readonly Pair[]): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of pairs) params.append(name, value);
  return params;
}

function placeParts() {
  const { sites, routes } = test.portfolio;
  const ids = (items: readonly { id: string }[]) => fc.constantFrom(...items.map(({ id }) => id));
  const certainty = fc.constantFrom('inside', 'possible').map((value): Pair => ['certainty', value]);
  const radius = fc.constantFrom('5', '25', '120.5').map((value): Pair => ['radiusKm', value]);
  const lon = fc.integer({ min: 610, max: 740 }).map((value) => value / 10);
  const lat = fc.integer({ min: 240, max: 350 }).map((value) => value / 10);
  return fc.oneof(
    fc.tuple(ids(sites), radius, certainty).map(([id, r, c]): Pair[] => [['site', id], r, c]),
    fc.tuple(ids(routes), certainty).map(([id, c]): Pair[] => [['route', id], c]),
    ids(sites).map((id): Pair[] => [['targetedSite', id]]),
    fc
      .tuple(lon, lat, fc.integer({ min: 10, max: 600 }), certainty)
      .map(([x, y, r, c]): Pair[] => [['area', `circle:${x},${y},${r}`], c]),
    fc.tuple(lon, lat, certainty).map(([x, y, c]): Pair[] => [['area', `box:${x - 2},${y - 2},${x + 2},${y + 2}`], c]),
    fc
      .tuple(lon, lat, certainty)
      .map(([x, y, c]): Pair[] => [['area', `polygon:${x - 3},${y};${x},${y + 2};${x + 3},${y};${x},${y - 2}`], c]),
    fc.constantFrom('attack', 'gwadar port', 'police', 'BLA', 'kech', 'china convoy').map((q): Pair[] => [['q', q]]),
  );
}

const sorts = fc.constantFrom(
  'date',
  '-date',
  '-severity',
  'killed',
  '-wounded',
  'title',
  'district',
  'actor',
  '-grade',
);

describe('one filter', () => {
  it('gives one answer for the year 2024 in one province, equal to a count by hand', async () => {
    const query = 'province=Balochistan&from=2024-01-01&to=2024-12-31';
    expect(await expectOneTruth(query)).toBe(countByHand(new URLSearchParams(query)));
    expect(countByHand(new URLSearchParams(query))).toBeGreaterThan(10);
  });

  it('gives one answer without any filter', async () => {
    await expectOneTruth('', { limit: 500 });
    expect(everyRow).toHaveLength(test.portfolio.incidents.length);
  });

  it('gives one answer for any combination of plain parts, equal to a count by hand', async () => {
    const parts = plainParts();
    const filters = fc.record(parts, { requiredKeys: [] }).filter((filter) => Object.keys(filter).length < 4);
    let matching = 0;
    for (const [filter, sort] of fc.sample(fc.tuple(filters, sorts), { numRuns: 40, seed: 20_240_101 })) {
      const params = toParams(Object.values(filter).flat());
      const byHand = countByHand(params);
      if (byHand > 0) matching++;
      expect(await expectOneTruth(params.toString(), { sort }), params.toString()).toBe(byHand);
    }
    expect(matching).toBeGreaterThan(15);
  });

  it('gives one answer for text, area, site radius and route, alone and with a plain part', async () => {
    const { type, period, province } = plainParts();
    const filters = fc.tuple(placeParts(), fc.option(fc.oneof(type, period, province), { nil: [] as Pair[] }), sorts);
    let matching = 0;
    for (const [place, plain, sort] of fc.sample(filters, { numRuns: 40, seed: 7 })) {
      const params = toParams([...place, ...plain]);
      if ((await expectOneTruth(params.toString(), { sort })) > 0) matching++;
    }
    expect(matching).toBeGreaterThan(15);
  });
});
