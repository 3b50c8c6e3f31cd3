import { decodeArrow } from '@corridor/incident-table';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { incidentRecordSchema } from './schemas/incident-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { readCsv } from './testing/read-csv.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
  const [model] = test.portfolio.incidents;
  if (!model) throw new Error('The portfolio is empty');
  await test.store.saveIncidents(
    [
      {
        ...model,
        id: 'hostile-cells',
        title: '=HYPERLINK("http://evil.example";"click")',
        summary: 'Two lines,\r\nwith "quotes" and ، Urdu اردو 中文',
        target: '@SUM(1+1)',
        projectSite: '+1',
        notes: '-2',
        origin: 'partner',
        licence: 'CC0-1.0',
        place: { ...model.place, name: '\tTab', latitude: -1.5, longitude: -2.25, precision: 'place' },
        casualties: { ...model.casualties, killed: { low: 1, best: 2, high: 3 }, wounded: null },
      },
    ],
    { by: 'test', reason: 'cells that a spreadsheet would run' },
  );
  await vi.waitFor(async () => expect((await test.app.request('/v1/incidents/hostile-cells')).status).toBe(200), {
    timeout: 60_000,
  });
});
afterAll(() => test.close());

describe('every export', () => {
  it.each(['csv', 'geojson', 'ndjson', 'arrow'])(
    'states filter, count, revision, licence and credit: %s',
    async (format) => {
      const { headers } = await test.app.request(`/v1/incidents.${format}?to=2024-12-31&province=Sindh`);
      expect(headers.get('X-Corridor-Filter')).toBe('to=2024-12-31&province=Sindh');
      expect(Number(headers.get('X-Corridor-Matched'))).toBeGreaterThan(0);
      expect(headers.get('X-Corridor-Revision')).toBe('2');
      expect(headers.get('X-Corridor-Licence')).toBe(test.portfolio.info.licence);
      expect(headers.get('X-Corridor-Credit')?.length).toBeGreaterThan(10);
      expect(headers.get('Content-Disposition')).toMatch(
        new RegExp(`^attachment; filename="[\\w-]+-incidents-revision-2\\.${format}"$`),
      );
    },
  );

  it('keeps headers ASCII whatever the filter holds', async () => {
    const { headers } = await test.app.request(`/v1/incidents.csv?q=${encodeURIComponent('گوادر 中 %')}`);
    expect(headers.get('X-Corridor-Filter')).toMatch(/^q=[\x21-\x7e]+$/);
  });

  it.each(['csv', 'geojson', 'ndjson', 'arrow'])('is whole when nothing matches: %s', async (format) => {
    const response = await test.app.request(`/v1/incidents.${format}?q=zzzzzz`);
    expect([response.status, response.headers.get('X-Corridor-Matched')]).toEqual([200, '0']);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    if (format === 'arrow') expect(decodeArrow(bytes).rowCount).toBe(0);
    else if (format === 'geojson') expect(JSON.parse(text)).toMatchObject({ features: [] });
    else expect(text.trim().split('\n').filter(Boolean)).toHaveLength(format === 'csv' ? 1 : 0);
  });
});

describe('CSV', () => {
  async function cells(query: string): Promise<Record<string, string>[]> {
    const response = await test.app.request(`/v1/incidents.csv?${query}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [names = [], ...rows] = readCsv(new TextDecoder().decode(bytes));
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
  }

  it('makes cells safe that begin like a formula, and leaves numbers numbers', async () => {
    const [row] = await cells('q=hyperlink');
    expect(row).toMatchObject({
      id: 'hostile-cells',
      title: `'=HYPERLINK("http://evil.example";"click")`,
      target: "'@SUM(1+1)",
      projectSite: "'+1",
      notes: "'-2",
      place: "'\tTab",
      latitude: '-1.5',
      longitude: '-2.25',
      summary: 'Two lines,\r\nwith "quotes" and ، Urdu اردو 中文',
    });
  });

  it('leaves an unknown toll empty, never 0', async () => {
    const [row] = await cells('q=hyperlink');
    expect(row).toMatchObject({ killedLow: '1', killedBest: '2', killedHigh: '3', woundedBest: '' });
  });

  it('has no unsafe cell in the whole portfolio', async () => {
    const rows = await cells('');
    const unsafe = rows.flatMap((row) =>
      Object.entries(row).filter(([, cell]) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)),
    );
    expect(unsafe).toEqual([]);
    expect(rows).toHaveLength(test.portfolio.incidents.length + 1);
  });
});

describe('GeoJSON', () => {
  const schema = z.object({
    type: z.literal('FeatureCollection'),
    matched: z.number(),
    revision: z.number(),
    filter: z.string(),
    licence: z.string(),
    credit: z.string(),
    features: z.array(
      z.object({
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
        properties: z.looseObject({ precision: z.string(), uncertaintyKm: z.number().nullable() }),
      }),
    ),
  });

  it('draws a point only where the place is known better than its district', async () => {
    const { features, matched } = schema.parse(await (await test.app.request('/v1/incidents.geojson')).json());
    expect(features).toHaveLength(matched);
    const rough = new Set(['district', 'province', 'country']);
    for (const { geometry, properties } of features) {
      expect(geometry === null).toBe(rough.has(properties.precision));
      expect(properties.uncertaintyKm === null).toBe(rough.has(properties.precision));
    }
    expect(new Set(features.map(({ geometry }) => geometry === null)).size).toBe(2);
  });
});

describe('every row of every export', () => {
  const origins = z.object({ id: z.string(), origin: z.string(), licence: z.string() });
  const fileOf = async (format: string) =>
    new Uint8Array(await (await test.app.request(`/v1/incidents.${format}`)).arrayBuffer());
  const textOf = async (format: string) => new TextDecoder().decode(await fileOf(format));
  const ROWS = {
    csv: async () => {
      const [head = [], ...rows] = readCsv(await textOf('csv'));
      return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
    },
    geojson: async () => {
      const file = z.object({ features: z.array(z.object({ properties: z.unknown() })) });
      return file.parse(JSON.parse(await textOf('geojson'))).features.map(({ properties }) => properties);
    },
    ndjson: async () =>
      (await textOf('ndjson'))
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
    arrow: async () => tableFromIPC(await fileOf('arrow')).toArray(),
  };

  it.each(['csv', 'geojson', 'ndjson', 'arrow'] as const)('has its origin and its licence: %s', async (format) => {
    const rows = (await ROWS[format]()).map((row) => origins.parse(row));
    expect(rows).toHaveLength(test.portfolio.incidents.length + 1);
    for (const { id, licence, origin } of rows) {
      const isPartners = id === 'hostile-cells';
      expect([origin, licence], id).toEqual(isPartners ? ['partner', 'CC0-1.0'] : ['corridor-watch', 'CC-BY-4.0']);
    }
  });

  it.each(['csv', 'geojson', 'ndjson', 'arrow'] as const)('is of the origin that is asked for: %s', async (format) => {
    const countOf = async (query: string) => {
      const response = await test.app.request(`/v1/incidents.${format}?${query}`);
      await response.arrayBuffer();
      return Number(response.headers.get('X-Corridor-Exported'));
    };
    expect(await countOf('origin=partner&origin=nobody')).toBe(1);
    expect(await countOf('origin=nobody')).toBe(0);
  });
});

describe('NDJSON and Arrow', () => {
  it('has a full record on each line', async () => {
    const text = await (await test.app.request('/v1/incidents.ndjson')).text();
    const lines = text.split('\n').slice(0, -1);
    expect(lines).toHaveLength(test.portfolio.incidents.length + 1);
    for (const line of lines.slice(0, 50)) incidentRecordSchema.parse(JSON.parse(line));
  });

  it('states its facts in the schema of the Arrow stream', async () => {
    const response = await test.app.request('/v1/incidents.arrow?province=Sindh');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Number(response.headers.get('Content-Length'))).toBe(bytes.byteLength);
    const metadata = tableFromIPC(bytes).schema.metadata;
    expect(metadata?.get('filter')).toBe('province=Sindh');
    expect(metadata?.get('matched')).toBe(response.headers.get('X-Corridor-Matched'));
    expect(metadata?.get('licence')).toBe(test.portfolio.info.licence);
  });
});
