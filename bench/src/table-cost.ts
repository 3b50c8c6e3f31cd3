import { gzipSync } from 'node:zlib';
import { decodeTable, encodeArrow, encodeTable, IncidentEngine } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import { formatBytesARow, formatCount, formatMegabytes, formatSeconds } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { once } from './measure.ts';
import { retainedBytes } from './retained-bytes.ts';
import type { SeededTable } from './seeded-table.ts';

/** What it costs to build a table, to send it and to stand it up at the other end: each once, cold, as in a session. */
export interface TableCost {
  readonly rows: number;
  readonly seedMs: number;
  readonly buildMs: number;
  readonly encodeMs: number;
  readonly gzipMs: number;
  readonly decodeMs: number;
  readonly engineMs: number;
  readonly tableBytes: number;
  readonly engineBytes: number;
  readonly arrowBytes: number;
  /** With the texts, as people download it. */
  readonly exportBytes: number;
  readonly gzipBytes: number;
}

export function measureTableCost(seeded: SeededTable, geography: BenchGeography): TableCost {
  const { table, seedMs, buildMs, tableBytes } = seeded;
  const { result: arrow, ms: encodeMs } = once(() => encodeTable(table));
  const { result: decoded, ms: decodeMs } = once(() => decodeTable(arrow));
  if (decoded.rowCount !== table.rowCount) throw new Error(`${decoded.rowCount} rows came back of ${table.rowCount}`);
  const { result: engine, bytes: engineBytes } = retainedBytes(() => once(() => firstAnswer(decoded, geography)));
  // Last: what zlib lets go of is only freed when the event loop turns, which would spoil the weighing above.
  const { result: gzip, ms: gzipMs } = once(() => gzipSync(arrow));
  return {
    rows: table.rowCount,
    seedMs,
    buildMs,
    encodeMs,
    gzipMs,
    decodeMs,
    engineMs: engine.ms,
    tableBytes,
    engineBytes,
    arrowBytes: arrow.byteLength,
    exportBytes: encodeArrow(table).byteLength,
    gzipBytes: gzip.byteLength,
  };
}

/** An engine may put work off until it is first asked: both belong to its start. */
function firstAnswer(table: SeededTable['table'], geography: BenchGeography): IncidentEngine {
  const engine = new IncidentEngine(table, geography);
  const { matched } = engine.answer({ filter: {} }).totals;
  if (matched !== table.rowCount) throw new Error(`An empty filter matched ${matched} of ${table.rowCount}`);
  return engine;
}

export function formatTableCosts(costs: readonly TableCost[]): string {
  return formatTable(
    ['Incidents', ...costs.map(({ rows }) => formatCount(rows))],
    [
      ['table in memory', ...costs.map(({ tableBytes }) => formatMegabytes(tableBytes))],
      ['  a row', ...costs.map(({ tableBytes, rows }) => formatBytesARow(tableBytes, rows))],
      ['engine beside it', ...costs.map(({ engineBytes }) => formatMegabytes(engineBytes))],
      ['Arrow stream', ...costs.map(({ arrowBytes }) => formatMegabytes(arrowBytes))],
      ['  a row', ...costs.map(({ arrowBytes, rows }) => formatBytesARow(arrowBytes, rows))],
      ['Arrow stream, gzip', ...costs.map(({ gzipBytes }) => formatMegabytes(gzipBytes))],
      ['  a row', ...costs.map(({ gzipBytes, rows }) => formatBytesARow(gzipBytes, rows))],
      ['Arrow export with texts', ...costs.map(({ exportBytes }) => formatMegabytes(exportBytes))],
      ['  a row', ...costs.map(({ exportBytes, rows }) => formatBytesARow(exportBytes, rows))],
      ['make up records', ...costs.map(({ seedMs }) => formatSeconds(seedMs))],
      ['build the table', ...costs.map(({ buildMs }) => formatSeconds(buildMs))],
      ['encode Arrow', ...costs.map(({ encodeMs }) => formatSeconds(encodeMs))],
      ['gzip', ...costs.map(({ gzipMs }) => formatSeconds(gzipMs))],
      ['decode Arrow', ...costs.map(({ decodeMs }) => formatSeconds(decodeMs))],
      ['build the engine', ...costs.map(({ engineMs }) => formatSeconds(engineMs))],
    ],
  );
}
