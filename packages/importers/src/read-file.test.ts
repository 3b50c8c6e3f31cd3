import { readFile as readBytes } from 'node:fs/promises';
import { incidentSchema } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from './csv/read-csv-rows.ts';
import { guessMapping } from './mapped/guess-mapping.ts';
import type { Mapping } from './mapped/mapping.ts';
import { type ImportedBatch, readFile } from './read-file.ts';
import { recogniseFormat } from './recognise-format.ts';
import type { SourceRow } from './source-row.ts';
import { aContext } from './testing/a-context.ts';
import { aWorkbook, sheetRows } from './testing/a-workbook.ts';
import { rowsOf } from './testing/read-text.ts';
import { readXlsxRows } from './xlsx/read-xlsx-rows.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(name: string, bytes: Uint8Array, mapping?: Mapping, size = 1_000): Promise<ImportedBatch[]> {
  const file = { name, size: bytes.length, pieces: () => cut(bytes, size), ...(mapping && { mapping }) };
  const batches = [];
  for await (const batch of readFile(file, aContext())) batches.push(batch);
  return batches;
}

/** Columns and rows of a table, as a mapping is guessed from them. */
async function tableOf(bytes: Uint8Array): Promise<[columns: string[], rows: SourceRow['cells'][]]> {
  const batches = recogniseFormat(bytes) === 'zip' ? readXlsxRows('f', bytes) : readCsvRows('f', [bytes]);
  const rows = [];
  for await (const batch of batches) rows.push(...batch.rows.map(({ cells }) => cells));
  return [Object.keys(rows[0] ?? {}), rows];
}

const fixture = (path: string): Promise<Uint8Array> => readBytes(new URL(path, import.meta.url));

const MAPPING: Mapping = {
  name: 'Partner sheet',
  origin: 'partner-sheet',
  licence: 'CC-BY-4.0',
  columns: { date: 'Incident Date', subEventType: 'Incident Type', place: 'Location' },
  dateOrder: 'day-month-year',
  values: { subEventType: { Firing: 'Attack' } },
  everyRow: {},
};

describe('readFile', () => {
  it.each([
    ['acled/fixtures/acled.csv', 'acled', 6, 8],
    ['ucdp/fixtures/ucdp.csv', 'ucdp', 5, 8],
    ['gtd/fixtures/gtd.csv', 'gtd', 11, 8],
    ['own/fixtures/own.csv', 'own', 2, 5],
    ['geojson/fixtures/own-map.geojson', 'geojson', 2, 3],
  ])('reads %s without being told what it is, in pieces of any size', async (path, format, records, issues) => {
    const bytes = await fixture(path);
    const [batches, others] = [await read('f', bytes), await read('f', bytes, undefined, 77)];
    const rows = batches.flatMap((batch) => batch.rows);
    expect(batches.map((batch) => batch.format)).toEqual(batches.map(() => format));
    expect(batches.at(-1)?.bytesRead).toBe(bytes.length);
    expect(rows.filter(({ record }) => record !== null)).toHaveLength(records);
    expect(rows.filter((row) => row.record === null && row.issues.length === 0)).toEqual([]);
    expect(rows.flatMap((row) => row.issues).length).toBeGreaterThanOrEqual(issues);
    expect(others.flatMap((batch) => batch.rows)).toEqual(rows);
  });

  it('reads a workbook of unknown headers by a guessed mapping, its dates from serials, its tolls from what formulas gave', async () => {
    const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    const row = (index: number, serial: number, toll: string): string =>
      `<row r="${index}"><c s="1"><v>${serial}</v></c>${text('Harbour')}${text('Armed clash')}<c>${toll}</c></row>`;
    const header = `<row r="1">${['Seen on', 'District', 'Sub-Event Type', 'Dead'].map(text).join('')}</row>`;
    const [counted, open] = [row(2, 45_572, '<f>1+2</f><v>3</v>'), row(3, 45_573, '<f>NOW()</f>')];
    const workbook = aWorkbook({ sheets: { Log: header + counted + open } });
    await expect(read('log.xlsx', workbook)).rejects.toMatchObject({ code: 'mapping-needed' });
    const cells = [...readXlsxRows('log.xlsx', workbook)].flatMap(({ rows }) => rows.map((found) => found.cells));
    const { mapping } = guessMapping('log.xlsx', Object.keys(cells[0] ?? {}), cells);
    expect(mapping.columns).toEqual({
      ...{ date: 'Seen on', district: 'District', subEventType: 'Sub-Event Type', killed: 'Dead' },
    });
    const everyRow = { targetType: 'security-forces', placePrecision: 'district' };
    const batches = await read('log.xlsx', workbook, { ...mapping, licence: 'CC0', everyRow });
    const rows = batches.flatMap((batch) => batch.rows);
    expect(rows.map(({ record }) => [record?.occurred.start, record?.casualties.killed?.best])).toEqual([
      ['2024-10-07', 3],
      ['2024-10-08', undefined],
    ]);
    expect(
      rows.flatMap(({ issues }) => issues.map(({ row: at, field, reason }) => [at, field, reason])),
    ).toContainEqual([...[3, 'Dead', 'is a formula without a value: left out']]);
  });

  it('reads the rows of a workbook as those of the CSV file that it was made of', async () => {
    const bytes = await fixture('gtd/fixtures/gtd.csv');
    const rows = await rowsOf('f', bytes);
    const cells = [Object.keys(rows[0]?.cells ?? {}), ...rows.map((row) => Object.values(row.cells))];
    const workbook = await read('f', aWorkbook({ sheets: { Data: sheetRows(cells) } }));
    expect(workbook.map(({ format }) => format)).toEqual(workbook.map(() => 'gtd'));
    expect(workbook.flatMap((batch) => batch.rows)).toEqual((await read('f', bytes)).flatMap((batch) => batch.rows));
  });

  it('reads a workbook with a sheet for each year as the CSV file of all its rows', async () => {
    const bytes = await fixture('gtd/fixtures/gtd.csv');
    const rows = await rowsOf('f', bytes);
    const header = Object.keys(rows[0]?.cells ?? {});
    const sheet = (part: SourceRow[]) => sheetRows([header, ...part.map((row) => Object.values(row.cells))]);
    const [former, latter] = [rows.slice(0, 4), rows.slice(4)];
    const batches = await read('f', aWorkbook({ sheets: { 2023: sheet(former), 2024: sheet(latter) } }));
    expect(new Set(batches.map(({ format }) => format))).toEqual(new Set(['gtd']));
    const [found, all] = [batches, await read('f', bytes)].map((some) => some.flatMap((batch) => batch.rows));
    expect(found?.map(({ record }) => record)).toEqual(all?.map(({ record }) => record));
    const later = found?.slice(4) ?? [];
    expect(later.map(({ sheet: of }) => of)).toEqual(later.map(() => ({ name: '2024', rowsBefore: 5 })));
    const reasons = later.flatMap(({ row, issues }) => issues.map(({ reason }) => [row, reason] as const));
    expect(reasons.length).toBeGreaterThan(3);
    for (const [row, reason] of reasons) expect(reason).toMatch(`(row ${row - 5} of sheet “2024”)`);
  });

  it('gives rows without an id the same one whatever sheets are appended, renamed or shortened', async () => {
    const header = ['Incident Date', 'Incident Type', 'Location', 'Remarks'];
    const january = [header, ['14/01/2025', 'Firing', 'Dockside', 'first'], ['15/01/2025', 'Firing', 'Dockside', '']];
    const february = [header.slice(0, 3), ['14/02/2025', 'Firing', 'Dockside'], ['15/01/2025', 'Firing', 'Dockside']];
    const mapping = { ...MAPPING, columns: { ...MAPPING.columns, notes: 'Remarks' } };
    const idsOf = async (sheets: Record<string, string[][]>) => {
      const made = Object.entries(sheets).map(([name, rows]) => [name, sheetRows(rows)]);
      const batches = await read('f', aWorkbook({ sheets: Object.fromEntries(made) }), mapping);
      return batches.flatMap(({ rows }) => rows.flatMap(({ record }) => record?.id ?? []));
    };
    const one = await idsOf({ January: january });
    const two = await idsOf({ January: january, February: february });
    expect(two.slice(0, 2)).toEqual(one);
    expect(await idsOf({ Jan: january, Feb: february.map((row) => [...row, '']) })).toEqual(two);
    // What says the same in all that is read of it is the same, in two sheets as in one.
    expect([new Set(two).size, two[3]]).toEqual([3, one[1]]);
  });

  it('reads any table by a mapping, and says that one is needed', async () => {
    const bytes = await fixture('mapped/fixtures/partner.csv');
    await expect(read('p.csv', bytes)).rejects.toThrow(
      /p\.csv is in no known format; a mapping must say .*Incident Date/,
    );
    const rows = (await read('p.csv', bytes, MAPPING)).flatMap((batch) => batch.rows);
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const first = rows.find(({ row }) => row === 3);
    expect(first?.record && incidentSchema.safeParse(first.record).success).toBe(true);
    expect(first?.record).toMatchObject({ targetType: 'media-other', place: { precision: 'country' } });
    expect(first?.issues.map(({ reason }) => reason)).toEqual([
      'is blank, and the mapping says nothing of every row: taken as vague as its district, province or country',
      'is blank, and the mapping says nothing of every row: taken as media-other',
    ]);
  });

  it.each([
    [
      'a CSV file',
      (rows: readonly string[][]) => new TextEncoder().encode(rows.map((row) => `${row.join(';')}\n`).join('')),
    ],
    ['a workbook', (rows: readonly string[][]) => aWorkbook({ sheets: { March: sheetRows(rows) } })],
  ])(
    'reads what people write in %s: titles above the header, rough tolls, both degrees in one cell',
    async (_, made) => {
      const bytes = made([
        ['Incidents of March 2025', 'for internal use'],
        ['Date', 'Type', 'Town', 'Coordinates', 'Killed', 'Injured', 'Source'],
        [
          '14-Mar-25',
          'Attack',
          'Dockside',
          '30°30\'0"N 65°30\'0"E',
          'at least 3',
          'Five to seven (7)',
          'https://daily.example/1',
        ],
        ['15-Mar-25', 'Attack', 'Dockside', 'unclear', 'nil', 'several', 'https://daily.example/2'],
      ]);
      await expect(read('f', bytes)).rejects.toMatchObject({ code: 'mapping-needed' });
      const { mapping } = guessMapping('f', ...(await tableOf(bytes)));
      expect(mapping.columns).toEqual({
        ...{ date: 'Date', subEventType: 'Type', place: 'Town', position: 'Coordinates' },
        ...{ killed: 'Killed', wounded: 'Injured', sourceUrl: 'Source' },
      });
      const everyRow = { targetType: 'civilians', placePrecision: 'place' };
      const rows = (await read('f', bytes, { ...mapping, licence: 'CC0', everyRow })).flatMap((batch) => batch.rows);
      const { casualties, occurred, place } = rows.find(({ row }) => row === 3)?.record ?? {};
      expect([occurred?.start, place?.latitude, place?.longitude]).toEqual(['2025-03-14', 30.5, 65.5]);
      expect([casualties?.killed, casualties?.wounded]).toEqual([
        { low: 3, best: 3, high: 3 },
        { low: 5, best: 5, high: 7 },
      ]);
      expect(rows.flatMap(({ issues }) => issues.map(({ row, field, reason }) => [row, field, reason]))).toEqual(
        expect.arrayContaining([
          [1, '', 'stands above the header: not read'],
          [3, 'Killed', 'is rough: taken as 3'],
          [4, 'Coordinates', 'must be a latitude and a longitude, like 25.12, 62.33, or blank'],
        ]),
      );
      expect(rows.map(({ record }) => record !== null)).toEqual([false, true, false]);
    },
  );

  it('reads GeoJSON of others by a mapping only', async () => {
    const bytes = await fixture('geojson/fixtures/other.geojson');
    await expect(read('o.geojson', bytes)).rejects.toMatchObject({ code: 'mapping-needed' });
    const mapping = { ...MAPPING, columns: { date: 'Event Date', subEventType: 'Incident type' } };
    const rows = (await read('o.geojson', bytes, mapping)).flatMap((batch) => batch.rows);
    expect(rows.map(({ row, record }) => [row, record !== null])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, false],
    ]);
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'unknown-format', /is empty; allowed are CSV and XLSX/],
    ['a page', new TextEncoder().encode('<p>a,b</p>\n'), 'unknown-format', /is in no format that is known/],
    ['an archive that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'damaged', /cut off/],
  ])('refuses %s', async (_, bytes, code, message) => {
    await expect(read('f', bytes)).rejects.toMatchObject({
      name: 'ImportFault',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('gives at most a thousand rows at once', async () => {
    const head = new TextDecoder()
      .decode(await fixture('acled/fixtures/acled.csv'))
      .split('\n')
      .slice(0, 2);
    const bytes = new TextEncoder().encode([head[0], ...Array(2_500).fill(head[1]), ''].join('\n'));
    const batches = await read('f', bytes, undefined, bytes.length);
    expect(batches.map(({ rows }) => rows.length)).toEqual([1_000, 1_000, 500, 0]);
  });
});
