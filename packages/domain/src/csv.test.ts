import { expect, test } from 'vitest';
import { formatCsvRow } from './index.ts';

test('quotes what would break a row', () => {
  expect(formatCsvRow(['a,b', 'say "no"', 'two\nlines', null, true])).toBe('"a,b","say ""no""","two\nlines",,true\r\n');
});

test.each(['=1+1', '+49', '-cmd', '@SUM(A1)', '\tx', '\rx', ' =1'])('disarms %j', (text) => {
  expect(formatCsvRow([text])).toMatch(/^"?'/);
});

test('keeps negative numbers as numbers', () => {
  expect(formatCsvRow([-5, 1.5])).toBe('-5,1.5\r\n');
});
