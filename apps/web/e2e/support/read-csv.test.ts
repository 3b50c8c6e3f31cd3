import { expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

it('reads quoted commas, quotes, line breaks and empty cells', () => {
  expect(readCsv('\uFEFFid,title,note\r\n1,"a, ""b""\nc",\r\n2,,d\r\n')).toEqual([
    { id: '1', title: 'a, "b"\nc', note: '' },
    { id: '2', title: '', note: 'd' },
  ]);
});
