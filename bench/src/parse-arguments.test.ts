import { expect, test } from 'vitest';
import { PARTS, parseArguments } from './parse-arguments.ts';

test('without arguments everything is measured at three sizes, over made-up incidents', () => {
  expect(parseArguments([])).toEqual({
    rows: [10_000, 100_000, 1_000_000],
    parts: PARTS,
    rivalsUpTo: 5_000_000,
    file: null,
  });
});

test('sizes, parts and a file are taken from the arguments, parts in the order in which they run', () => {
  expect(
    parseArguments(['--rows', '500,2000', '--parts', 'rivals,table', '--file', 'ged.csv', '--rivals-up-to', '900']),
  ).toEqual({
    rows: [500, 2000],
    parts: ['table', 'rivals'],
    rivalsUpTo: 900,
    file: 'ged.csv',
  });
});

test.each(['0', '1e6', '', '10,', '9000000', '-5'])('refuses --rows=%s', (rows) => {
  expect(() => parseArguments([`--rows=${rows}`])).toThrow(/--rows takes whole numbers/);
});

test.each(['', 'all', 'table,,map'])('refuses --parts=%s', (parts) => {
  expect(() => parseArguments([`--parts=${parts}`])).toThrow(/--parts takes any of/);
});

test('refuses an argument that it does not know', () => {
  expect(() => parseArguments(['--row', '5'])).toThrow(/--row/);
});
