import { formatCsvRow } from '@corridor/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, createCsvReader } from './csv-reader.ts';

function readPieces(text: string, sizes: readonly number[], delimiter = ',') {
  const reader = createCsvReader({ delimiter });
  const records = [];
  let at = 0;
  for (let index = 0; at < text.length; index++) {
    const size = Math.max(1, sizes[index % sizes.length] ?? 1);
    records.push(...reader.push(text.slice(at, at + size)));
    at += size;
  }
  return [...records, ...reader.end()];
}

/** How much of a broken record is shown is as much as was there when it was found to be broken. */
function withoutValue({ row, cells, fault }: CsvRecord) {
  return { row, cells, column: fault?.column, reason: fault?.reason };
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', ';', '界'), maxLength: 6 });

describe('createCsvReader', () => {
  it('reads back any rows that were written, however they are cut into pieces', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), (rows, sizes) => {
        const text = rows.map((cells) => formatCsvRow(cells)).join('');
        const records = readPieces(text, sizes);
        expect(records.map(({ fault }) => fault)).toEqual(rows.map(() => null));
        // What the writer put an apostrophe before is no business of the reader.
        expect(records.map(({ cells }) => cells.map((read) => read.replace(/^'(?=\s*[=+\-@]|[\t\r])/, '')))).toEqual(
          rows,
        );
      }),
      { seed: 5 },
    );
  });

  it('reads the same from any pieces of any text, broken or not', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (broken, size) => {
        const whole = readPieces(broken, [broken.length + 1]);
        expect(readPieces(broken, [size]).map(withoutValue)).toEqual(whole.map(withoutValue));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('goes on at the next line after a broken quote, and says where it was', () => {
    const records = readPieces('a,b\n1,"x"y\n2,z\n3,"open\n4,w\n', [4]);
    expect(records.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2],
      [3, '2', 'z'],
      [4],
      [5, '4', 'w'],
    ]);
    expect(records[1]?.fault).toEqual({ column: 2, value: '"x"y\n2', reason: 'has text after its closing quote' });
    expect(records[3]?.fault?.reason).toBe('has a quote that is never closed');
  });

  it('refuses a record past a limit and reads the ones after it', () => {
    const limits = { recordLength: 100, cellLength: 20, columns: 5 };
    const reader = createCsvReader({ delimiter: ',', limits });
    const text = `a,b\n${','.repeat(50)}\n1,${'x'.repeat(30)}\n${'y'.repeat(150)}\n${'z'.repeat(150)}\n2,ok\n"${'q'.repeat(200)}\n3,ok\n`;
    const records = [...text].flatMap((letter) => reader.push(letter)).concat(reader.end());
    expect(records.map(({ cells, fault }) => fault?.reason ?? cells.join())).toEqual([
      'a,b',
      'is past the limit of 5 columns',
      'is longer than 20 characters',
      'is longer than 100 characters',
      'is longer than 100 characters',
      '2,ok',
      'is longer than 100 characters',
      '3,ok',
    ]);
  });

  it('holds no more than a record of a row of ten million columns', () => {
    const reader = createCsvReader({ delimiter: ',' });
    const piece = ','.repeat(100_000);
    const records = Array.from({ length: 100 }, () => reader.push(piece)).flat();
    expect([...records, ...reader.push('\n1,2\n')].map(({ cells, fault }) => fault?.column ?? cells)).toEqual([
      1001,
      ['1', '2'],
    ]);
  });
});
