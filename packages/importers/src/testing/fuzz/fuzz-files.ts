import { isDeepStrictEqual } from 'node:util';
import { incidentSchema } from '@corridor/domain';
import { createRandom } from '@corridor/incident-table/testing';
import { createCsvReader } from '../../csv/csv-reader.ts';
import { createTextReader } from '../../csv/decode-text.ts';
import { sniffSyntax } from '../../csv/sniff-syntax.ts';
import type { ImportContext } from '../../import-context.ts';
import { ImportFault } from '../../import-fault.ts';
import { type ImportedRow, readFile } from '../../read-file.ts';
import { isHeader } from '../../table-reader.ts';
import { aContext } from '../a-context.ts';
import { type FuzzSeed, fuzzSeeds } from './fuzz-seeds.ts';
import { mutateFile } from './mutate-file.ts';

export interface FuzzFilesReport {
  /** By format. */
  readonly counts: ReadonlyMap<string, FuzzCounts>;
  /** What no file may do, with the number of the file that did it. */
  readonly faults: readonly string[];
  /** Bytes at most. */
  readonly memory: number;
}

interface FuzzCounts {
  files: number;
  refused: number;
  records: number;
  rowsRefused: number;
  /** Rows taken with an issue. */
  noted: number;
}

interface FuzzSettings {
  /** Of each format. */
  readonly files: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/**
 * Reads mutated files of every format. Whatever the file: nothing is thrown but an ImportFault; each row gives a record or
 * an issue; each record is one; of a CSV file no row is passed over.
 */
export async function fuzzFiles({ files, seed, onProgress }: FuzzSettings): Promise<FuzzFilesReport> {
  const seeds = await fuzzSeeds();
  const counts = new Map<string, FuzzCounts>();
  const faults: string[] = [];
  const context = aContext();
  let [memory, done] = [0, 0];
  for (const format of new Set(seeds.map((it) => it.format))) {
    const own = seeds.filter((it) => it.format === format);
    const count: FuzzCounts = { files: 0, refused: 0, records: 0, rowsRefused: 0, noted: 0 };
    counts.set(format, count);
    for (let file = 0; file < files; file++) {
      const random = createRandom(seed * 1_000_003 + file);
      const start = own[file % own.length];
      if (!start) break;
      const found = await readMutated(start, mutateFile(start, seeds, random), random, context, count);
      if (found !== null) faults.push(`${format} ${file}: ${found}`);
      onProgress?.(++done);
      if (file % 500 === 0) memory = Math.max(memory, process.memoryUsage().rss);
    }
  }
  return { counts, faults, memory };
}

async function readMutated(
  { mapping }: FuzzSeed,
  bytes: Uint8Array,
  random: () => number,
  context: ImportContext,
  count: FuzzCounts,
): Promise<string | null> {
  count.files++;
  const piece = 1 + Math.floor(random() * bytes.length);
  const rows: ImportedRow[] = [];
  let format = '';
  try {
    const pieces = () => cut(bytes, piece);
    for await (const batch of readFile(
      { name: 'f', size: bytes.length, pieces, ...(mapping && { mapping }) },
      context,
    )) {
      rows.push(...batch.rows);
      format = batch.format;
      if (batch.rows.length > 1_000) return `a batch of ${batch.rows.length} rows`;
    }
  } catch (error) {
    if (!(error instanceof ImportFault)) return `throws ${error instanceof Error ? error.stack : String(error)}`;
    count.refused++;
    return null;
  }
  tally(rows, count);
  return faultOf(rows) ?? (format === 'geojson' || bytes[0] === 0x50 ? null : passedOver(bytes, rows));
}

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function tally(rows: readonly ImportedRow[], count: FuzzCounts): void {
  for (const { record, issues } of rows) {
    if (record === null) count.rowsRefused++;
    else count.records++;
    if (record !== null && issues.length > 0) count.noted++;
  }
}

function faultOf(rows: readonly ImportedRow[]): string | null {
  const taken = new Set<number>();
  for (const { row, record, issues } of rows) {
    if (record === null && issues.length === 0) return `row ${row} gives neither record nor issue`;
    if (issues.some((issue) => issue.row !== row)) return `row ${row} has an issue of another row`;
    if (record === null) continue;
    if (taken.has(row)) return `row ${row} gives two records`;
    taken.add(row);
    const result = incidentSchema.safeParse(record);
    if (!result.success) return `row ${row} gives no valid record: ${result.error.message}`;
    if (!isDeepStrictEqual(result.data, record)) return `row ${row} gives a record that its schema changes`;
  }
  return null;
}

/** Every record of the file is a row, but blank ones, the header and HXL tags. */
function passedOver(bytes: Uint8Array, rows: readonly ImportedRow[]): string | null {
  const reader = createTextReader();
  const text = reader.push(bytes) + reader.end();
  const { usual, ...syntax } = sniffSyntax(text.slice(0, 65_536));
  const csv = createCsvReader(syntax);
  const records = [...csv.push(text), ...csv.end()].filter(
    ({ cells, fault }) => fault !== null || cells.length > 1 || cells[0]?.trim() !== '',
  );
  const header = records.find((record) => isHeader(record, usual));
  const known = new Set(rows.map(({ row }) => row));
  const missing = records.filter(
    (record) => record !== header && !known.has(record.row) && !record.cells.some((cell) => cell.startsWith('#')),
  );
  return missing[0] ? `row ${missing[0].row} is passed over` : null;
}
