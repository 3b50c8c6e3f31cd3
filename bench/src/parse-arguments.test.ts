import { expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

test('without arguments everything is measured at three sizes', () => {
  expect(parseArguments([])).toEqual({ rows: [10_000, 100_000, 1_000_000], browser: true });
});

test('sizes and leaving out the browser are taken from the arguments', () => {
  expect(parseArguments(['--rows', '500,2000', '--skip-browser'])).toEqual({ rows: [500, 2000], browser: false });
});

test.each(['0', '1e6', '', '10,', '9000000', '-5'])('refuses --rows=%s', (rows) => {
  expect(() => parseArguments([`--rows=${rows}`])).toThrow(/--rows takes whole numbers/);
});

test('refuses an argument that it does not know', () => {
  expect(() => parseArguments(['--row', '5'])).toThrow(/--row/);
});
