import type { RowIssue } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import type { SourceRow } from '../source-row.ts';
import { readCsvRows } from './read-csv-rows.ts';

async function read(bytes: Uint8Array, size = bytes.length) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  const rows: SourceRow[] = [];
  const issues: RowIssue[] = [];
  for await (const batch of readCsvRows('f.csv', pieces)) {
    rows.push(...batch.rows);
    issues.push(...batch.issues);
  }
  return { cells: rows.map(({ cells }) => cells), numbers: rows.map(({ row }) => row), issues };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)]);

describe('readCsvRows', () => {
  const table = 'id,name\r\n1,Café\r\n2,Škoda naïve\r\n';
  const latin = 'id,name\r\n1,Café\r\n2,naïve\r\n';

  it.each([
    ['UTF-8', utf8(table), 'Café'],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${table}`), 'Café'],
    ['UTF-16', utf16(table), 'Café'],
    ['Latin-1', latin1(latin), 'Café'],
  ])('reads %s, in pieces of any size', async (_, bytes, name) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { cells, issues } = await read(bytes, size);
      expect([cells[0], cells.length, issues]).toEqual([{ id: '1', name }, 2, []]);
    }
  });

  it('takes Latin-1 for what it is where it comes late in the file', async () => {
    const { cells, issues } = await read(latin1(`id,name\n${'1,plain\n'.repeat(20_000)}2,caf\u00e9\n`), 4096);
    expect([cells.at(-1), issues]).toEqual([{ id: '2', name: 'café' }, []]);
  });

  it('says in which cell bytes are no text of the encoding', async () => {
    const bytes = new Uint8Array([...utf8('id,name\n1,Café\n2,bad '), 0xe9, ...utf8(' byte\n3,ok\n')]);
    const { cells, issues } = await read(bytes, 15);
    expect(cells).toHaveLength(3);
    expect(issues.map(({ row, field }) => [row, field])).toEqual([[3, 'name']]);
  });

  it.each([
    ['semicolons', 'id;name;n\n1;"a;b";2,5\n'],
    ['tabs', 'id\tname\tn\n1\ta;b\t2,5\n'],
    ['bars and old line ends', 'id|name|n\r1|a;b|2,5\r'],
  ])('finds out that cells are separated by %s', async (_, text) => {
    expect((await read(utf8(text))).cells).toEqual([{ id: '1', name: 'a;b', n: '2,5' }]);
  });

  it('tells the header by the same beginning, however the file is cut', async () => {
    const bytes = utf8(`${'x'.repeat(70_000)};b;c\n${'1;2;3;4;5;6;7;8\n'.repeat(20)}`);
    const whole = await read(bytes);
    expect(await read(bytes, 60_000)).toEqual(whole);
    expect(await read(bytes, 1_000)).toEqual(whole);
  });

  it('passes over blank lines and a row of HXL tags, and counts them', async () => {
    const { cells, numbers, issues } = await read(utf8('id,name\n#event+id,#adm1 +name\n\n1,a\n#2,b\n'));
    expect([cells.length, numbers, issues]).toEqual([2, [4, 5], []]);
  });

  it('reports a row that is cut off, one that is too long, and a column that is there twice', async () => {
    const { cells, issues } = await read(utf8('id,name,id,\n1,a,2,\n1,a,2,,,\n1,a,2,,x\n1,a'));
    expect(cells).toEqual([
      { id: '1', name: 'a', 'column 3': '2' },
      { id: '1', name: 'a', 'column 3': '2' },
    ]);
    expect(issues.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [1, 'id', 'is the name of two columns: the first is read'],
      [4, '', 'has 5 cells instead of 3'],
      [5, '', 'has 2 cells instead of 3'],
    ]);
  });

  it('names the column of a cell that is too long, and cuts what it shows', async () => {
    const { cells, issues } = await read(utf8(`id,name\n1,${'x'.repeat(200_000)}\n2,ok\n`), 10_000);
    expect(cells).toEqual([{ id: '2', name: 'ok' }]);
    expect(issues).toEqual([
      { file: 'f.csv', row: 2, field: 'name', value: 'x'.repeat(200), reason: 'is longer than 100000 characters' },
    ]);
  });

  it('reads nothing from an empty file', async () => {
    expect(await read(utf8(''))).toEqual({ cells: [], numbers: [], issues: [] });
  });
});
