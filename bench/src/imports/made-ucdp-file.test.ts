import { expect, test } from 'vitest';
import { loadBenchGeography } from '../bench-geography.ts';
import { createCountedIncidents } from '../incident-source.ts';
import { madeUcdpFile } from './made-ucdp-file.ts';

const incidents = createCountedIncidents(40, await loadBenchGeography());

test('has a row for each incident, each with an id of its own and as many cells as there are columns', () => {
  const [header = '', ...rows] = madeUcdpFile(incidents).trimEnd().split('\r\n');
  expect(header).toMatch(/^id,.*,where_prec,.*,date_start,date_end,.*,best,high,low,/);
  expect(rows).toHaveLength(40);
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(40);
  const cellsOf = (line: string) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length;
  expect(new Set([header, ...rows].map(cellsOf)).size).toBe(1);
});
