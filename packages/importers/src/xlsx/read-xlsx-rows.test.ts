import { describe, expect, it } from 'vitest';
import { aWorkbook, sheetRows } from '../testing/a-workbook.ts';
import { isDateFormat } from './read-workbook.ts';
import { readXlsxRows } from './read-xlsx-rows.ts';
import { serialDate } from './serial-date.ts';
import { XLSX_LIMITS } from './xlsx-limits.ts';

function read(bytes: Uint8Array, limits = XLSX_LIMITS) {
  const batches = [...readXlsxRows('f.xlsx', bytes, limits)];
  return {
    rows: batches.flatMap(({ rows }) => rows.map(({ row, cells }) => [row, ...Object.values(cells)])),
    issues: batches.flatMap(({ issues }) => issues.map(({ row, field, reason }) => [row, field, reason])),
  };
}

const HEADER = '<row r="1"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>';

describe('readXlsxRows', () => {
  it('reads texts shared and of their own, numbers, truths, dates and values of formulas', () => {
    const rows = `${HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>201803150001</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45572</v></c></row>
      <row r="5"><c r="A5" t="str"><f>A2&amp;"x"</f><v>Dock &amp; x</v></c><c r="B5" s="2"><v>45572.604166666664</v></c></row>
      <row r="6"><c r="B6" s="3"><v>30.5</v></c></row><row r="7"><c r="A7" t="b"><v>1</v></c><c><v>1E-3</v></c></row>`;
    const shared = ['<si><t>Dock</t></si>', '<si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>'];
    expect(read(aWorkbook({ sheets: { Data: rows }, shared }))).toEqual({
      rows: [
        [2, 'Dock', '201803150001'],
        [3, 'two runs', '2024-10-07'],
        [5, 'Dock & x', '2024-10-07T14:30'],
        [6, '', '30.5'],
        [7, 'true', '0.001'],
      ],
      issues: [],
    });
  });

  it('says of each cell that it cannot take why', () => {
    const rows = `${HEADER}<row r="2" hidden="1"><c t="e"><v>#N/A</v></c><c><f>NOW()</f></c></row>
      <row r="3"><c s="1"><v>60</v></c><c t="s"><v>9</v></c></row>`;
    const { rows: found, issues } = read(aWorkbook({ sheets: { Data: rows } }));
    expect(found).toEqual([
      [2, '', ''],
      [3, '', ''],
    ]);
    expect(issues).toEqual([
      [2, '', 'is hidden in the sheet: read all the same'],
      [2, 'a', 'holds the error #N/A: left out'],
      [2, 'b', 'is a formula without a value: left out'],
      [3, 'a', 'is formatted as a date, but is none: left out'],
      [3, 'b', 'refers to a text that the workbook does not have: left out'],
    ]);
  });

  it('reads the first visible sheet with data and those that repeat its header, and names the others', () => {
    const about = sheetRows([['About this file'], ['2024']]);
    const data = sheetRows([
      ['Date', 'Killed'],
      ['1', '2'],
    ]);
    const sheets = {
      About: about,
      'Old!': data,
      January: data,
      Empty: '',
      Title: about,
      Header: sheetRows([['Date', 'Killed']]),
      Places: sheetRows([
        ['Place', 'Killed'],
        ['1', '2'],
      ]),
      More: sheetRows([
        ['Date', 'Killed', 'Notes'],
        ['1', '2', '3'],
      ]),
      February: sheetRows([['Incidents'], ['DATE', 'killed '], ['3'], ['4', '', 'beyond']]),
    };
    const { rows, issues } = read(aWorkbook({ sheets }));
    expect(rows).toEqual([
      [2, '1', '2'],
      [5, '3', ''],
    ]);
    expect(issues).toEqual([
      [
        ...[1, 'sheet'],
        'is read, and the sheet that repeats its header; not read: About (no table), Old! (hidden), Empty (empty), Title (no table), ' +
          'Header (no rows), Places (another header: column “Place” stands for “Date”), ' +
          "More (another header: column “Notes” is none of the first table's)",
      ],
      [3, '', 'stands above the header: not read (row 1 of sheet “February”)'],
      [6, '', 'has 3 cells instead of 2 (row 4 of sheet “February”)'],
    ]);
  });

  it('takes columns that the header of a later sheet leaves out at its end as blank, but not most of them', () => {
    const sheets = {
      All: sheetRows([
        ['a', 'b', 'c', 'd'],
        ['1', '2', '3', '4'],
      ]),
      Half: sheetRows([
        ['A', 'B'],
        ['5', '6'],
        ['7', '8', '9'],
      ]),
      One: sheetRows([['Sheet 3', ''], ['a'], ['1']]),
      Other: sheetRows([
        ['b', 'a'],
        ['1', '2'],
      ]),
    };
    const { rows, issues } = read(aWorkbook({ sheets }));
    expect(rows).toEqual([
      [2, '1', '2', '3', '4'],
      [4, '5', '6', '', ''],
    ]);
    expect(issues).toEqual([
      [
        ...[1, 'sheet'],
        'is read, and the sheet that repeats its header; not read: One (no table), Other (another header: column “b” stands for “a”)',
      ],
      [5, '', 'has 3 cells instead of 2 (row 3 of sheet “Half”)'],
    ]);
  });

  it('tells sheets apart whose names differ in case only, and reads a header that is repeated inside as a row', () => {
    const rows = [
      ['a', 'b'],
      ['1', '2'],
      ['a', 'b'],
      ['3', '4'],
    ];
    const { rows: found, issues } = read(aWorkbook({ sheets: { March: sheetRows(rows), MARCH: sheetRows(rows) } }));
    expect(found.map(([row, first]) => `${row} ${first}`)).toEqual(['2 1', '3 a', '4 3', '6 1', '7 a', '8 3']);
    expect(issues).toEqual([]);
  });

  it('reads three hundred sheets as one table, gives others their turn, and looks at no more than are allowed', () => {
    const sheet = sheetRows([
      ['a', 'b'],
      ['1', '2'],
    ]);
    const bytes = aWorkbook({ sheets: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`S${at}`, sheet])) });
    const { rows, issues } = read(bytes);
    expect([rows.length, rows.at(-1), issues]).toEqual([300, [600, '1', '2'], []]);
    const batches = [...readXlsxRows('f', bytes)];
    expect(batches.slice(0, 299).every((batch) => batch.rows.length === 0 && batch.columns.length === 2)).toBe(true);
    const few = read(bytes, { ...XLSX_LIMITS, sheets: 2 });
    expect(few.rows).toHaveLength(3);
    expect(few.issues[0]?.[2]).toMatch(
      /^is read, and the 2 sheets that repeat its header; .*: S3 \(past the limit of 2 sheets\), S4 .* S299 \(/,
    );
  });

  it('reads a later sheet up to where it is damaged, then the sheets after it', () => {
    const [header, row] = [
      ['a', 'b'],
      ['1', '2'],
    ];
    const [sheet, cut] = [sheetRows([header, row]), sheetRows([header, row, row])];
    const parts = { 'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${cut}<row r="4"><c><v>1` };
    const { rows, issues } = read(aWorkbook({ sheets: { One: sheet, Two: '', Three: sheet }, parts }));
    expect(rows.map(([at]) => at)).toEqual([2, 4, 5, 8]);
    expect(issues).toEqual([
      [
        ...[6, 'sheet'],
        'cannot be read from here on: the workbook holds XML that ends in the middle (row 4 of sheet “Two”)',
      ],
    ]);
    const nothing = { 'xl/worksheets/sheet2.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' };
    const other = read(aWorkbook({ sheets: { One: sheet, Two: '', Three: sheet }, parts: nothing }));
    expect(other.rows.map(([at]) => at)).toEqual([2, 4]);
    expect(other.issues).toEqual([
      [
        1,
        'sheet',
        expect.stringMatching(
          /is read, and the sheet that repeats its header; not read: Two \(.*declares a document type/,
        ),
      ],
    ]);
  });

  it('unpacks no more of all sheets than is allowed, and says from where on they are not read', () => {
    const sheet = sheetRows([['a', 'b'], ...Array.from({ length: 2_000 }, () => ['1', '2'])]);
    const bytes = aWorkbook({ sheets: { One: sheet, Two: sheet, Three: sheet } });
    const { rows, issues } = read(bytes, { ...XLSX_LIMITS, sheetBytes: 500_000 });
    expect(rows.length).toBeGreaterThan(2_000);
    expect(rows.length).toBeLessThan(6_000);
    expect(issues.length).toBeGreaterThan(0);
    for (const [, field, reason] of issues) expect([field, reason]).toEqual(['sheet', expect.stringContaining('MiB')]);
  });

  it('reads rows within a row, each once', () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `${HEADER}<row r="2">${cell('1')}<row r="3">${cell('2')}</row></row><row r="4">${cell('3')}</row>`;
    const { rows: found, issues } = read(aWorkbook({ sheets: { Data: rows } }));
    expect(found.map(([row, first]) => `${row} ${first}`)).toEqual(['2 1', '3 2', '4 3']);
    expect(issues).toEqual([]);
  });

  it('gives every row a number of its own, whatever numbers the sheets give, which 32 bits hold', () => {
    const row = (r: string) => `<row r="${r}"><c t="inlineStr"><is><t>1</t></is></c></row>`;
    const sheet = HEADER + row('2') + row('2') + row('0') + row('9999999') + row('3');
    const sheets = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`S${at}`, sheet]));
    const { rows, issues } = read(aWorkbook({ sheets }));
    const numbers = rows.map(([at]) => Number(at));
    expect(numbers.slice(0, 6)).toEqual([2, 3, 4, 9_999_999, 10_000_000, 10_000_002]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers)).toBeLessThan(2 ** 31);
    expect(issues).toEqual([
      [
        ...[1_010_000_001, 'sheet'],
        'is not read, nor what follows it: the sheets before it have 1000000000 rows (row 1 of sheet “S101”)',
      ],
    ]);
  });

  it('knows both systems of dates, and which formats are dates', () => {
    expect([serialDate(45_572, false), serialDate(44_110, true), serialDate(1, false), serialDate(0.5, false)]).toEqual(
      ['2024-10-07', '2024-10-07', '1900-01-01', '12:00'],
    );
    expect([
      serialDate(60, false),
      serialDate(-1, false),
      serialDate(3e6, false),
      serialDate(Number.NaN, true),
    ]).toEqual([null, null, null, null]);
    expect(['General', '0.00', '[Red]0', '"days" 0', 'yyyy-mm-dd', '[h]:mm', '[$-409]d mmm'].map(isDateFormat)).toEqual(
      [...[false, false, false, false], ...[true, true, true]],
    );
  });

  it('refuses a row of ten million columns and a cell of a megabyte, and reads the rows after them', () => {
    const rows = `${HEADER}<row r="2">${'<c><v>1</v></c>'.repeat(1_500)}</row><row r="3"><c t="inlineStr"><is><t>${'x'.repeat(
      1_048_576,
    )}</t></is></c></row><row r="4"><c r="ZZZZ4"><v>1</v></c></row><row r="5"><c><v>1</v></c></row>`;
    const { rows: found, issues } = read(aWorkbook({ sheets: { Data: rows } }));
    expect(found).toEqual([[5, '1', '']]);
    expect(issues).toEqual([
      [2, 'column 1001', 'is past the limit of 1000 columns'],
      [3, 'a', 'is longer than 100000 characters'],
      [4, 'column 475254', 'is past the limit of 1000 columns'],
    ]);
  });

  it.each([
    ['a sheet that unpacks to more than is allowed', {}, { sheetBytes: 1_000_000 }, /more than 0\.95\d* MiB unpacked/],
    ['shared texts beyond their limit', {}, { sharedBytes: 5 }, /sharedStrings\.xml of the workbook is more than/],
    ['more files than are allowed', {}, { entries: 3 }, /holds 5 files; 3 are allowed/],
    ['text without end between two tags', {}, { betweenTags: 100_000 }, /MiB between two tags/],
    [
      'entities that are declared',
      { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>' },
      {},
      /declares a document type/,
    ],
    [
      'XML that ends in the middle',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
      {},
      /ends in the middle/,
    ],
    ['no list of sheets', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, {}, /no visible sheet/],
  ])('refuses %s', (_, parts, limits, message) => {
    const rows = `${HEADER}<row r="2"><c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}</t></is></c></row>`;
    expect(() => read(aWorkbook({ sheets: { Data: rows }, parts }), { ...XLSX_LIMITS, ...limits })).toThrow(message);
  });

  it('refuses an archive that is cut off, whatever is left of it', () => {
    const bytes = aWorkbook({ sheets: { Data: sheetRows([['a'], ['1']]) } });
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => read(bytes.subarray(0, length))).toThrow(/cannot be read/);
    }
  });

  it('refuses an entry that is longer than its directory says', () => {
    const bytes = aWorkbook({ sheets: { Data: sheetRows([['a'], ['1']]) } });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 9, true);
    }
    expect(() => read(bytes)).toThrow(/longer than its directory says/);
  });
});
