import type { Filter, PortfolioInfo, Sort } from '@corridor/domain';
import { encodeArrow } from '@corridor/incident-table';
import type { Store } from '@corridor/store';
import { writeCsv } from '../exports/csv.ts';
import { type ExportFacts, exportFacts, exportHeaders } from '../exports/export-facts.ts';
import { writeGeojson } from '../exports/geojson.ts';
import { writeNdjson } from '../exports/ndjson.ts';
import { readRecords } from '../exports/read-records.ts';
import type { Snapshot } from '../snapshot.ts';

export const EXPORT_FORMATS = ['csv', 'geojson', 'ndjson', 'arrow'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  ndjson: 'application/x-ndjson',
  arrow: 'application/vnd.apache.arrow.stream',
};

export interface ExportDeps {
  readonly store: Store;
  readonly info: PortfolioInfo;
  readonly snapshot: Snapshot;
}

export interface Export {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array> | Uint8Array<ArrayBuffer>;
}

/** Everything the filter matches, in the order asked for: rows from the engine, records from the store, never cut. */
export function exportIncidents(
  { store, info, snapshot }: ExportDeps,
  format: ExportFormat,
  filter: Filter,
  sort: Sort,
): Export {
  const { engine, table, revision } = snapshot;
  const rows = engine.matchedRows(filter, sort);
  const facts = exportFacts(info, filter, engine.answer({ filter }).totals, revision);
  if (facts.matched !== rows.length) throw new Error(`${rows.length} rows for ${facts.matched} matched incidents`);
  const headers = exportHeaders(facts, `${info.id}-incidents-revision-${revision}.${format}`, EXPORT_TYPES[format]);
  if (format === 'arrow') return { headers, body: arrowBytes(snapshot, rows, facts) };
  const records = readRecords(store, table, rows);
  const text =
    format === 'csv' ? writeCsv(records) : format === 'ndjson' ? writeNdjson(records) : writeGeojson(records, facts);
  return { headers, body: encode(text) };
}

function arrowBytes({ table }: Snapshot, rows: Uint32Array, facts: ExportFacts): Uint8Array<ArrayBuffer> {
  const metadata = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
  return new Uint8Array(encodeArrow(table, { rows, metadata }));
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
