import {
  DEFAULT_SORT,
  type Filter,
  type OriginTest,
  type PortfolioInfo,
  type Sort,
  toFilterQuery,
} from '@corridor/domain';
import { encodeArrowInSteps } from '@corridor/incident-table';
import type { Store } from '@corridor/store';
import { writeCsv } from '../exports/csv.ts';
import { type Counted, type ExportFacts, exportFacts, exportHeaders } from '../exports/export-facts.ts';
import { writeGeojson } from '../exports/geojson.ts';
import { writeNdjson } from '../exports/ndjson.ts';
import { readRecords } from '../exports/read-records.ts';
import { runInSteps } from '../load/run-in-steps.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Encoded, KeptEncodings } from './kept-encodings.ts';

export const EXPORT_FORMATS = ['csv', 'geojson', 'ndjson', 'arrow'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const ARROW_STREAM = 'application/vnd.apache.arrow.stream';

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  ndjson: 'application/x-ndjson',
  arrow: ARROW_STREAM,
};

export interface ExportDeps {
  readonly store: Store;
  readonly info: PortfolioInfo;
  readonly snapshot: Snapshot;
  readonly kept: KeptEncodings;
  /** Whose records are counted and leave in no export, whoever asks. */
  readonly countedOnly: OriginTest;
}

export interface Export {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array> | Encoded | Uint8Array<ArrayBuffer>;
}

/**
 * Everything the filter matches, in the order asked for: which from the engine, records from the store. Never cut, but for
 * what leaves only as a count, of which it says how many there are.
 */
export async function exportIncidents(
  deps: ExportDeps,
  format: ExportFormat,
  filter: Filter,
  sort: Sort,
): Promise<Export> {
  if (format === 'arrow') return exportArrow(deps, filter, sort);
  const { ids, ...counted } = await deps.snapshot.engine.match(filter, sort, deps.countedOnly);
  const { facts, headers } = describe(deps, format, filter, counted);
  const records = readRecords(deps, ids, facts.exported);
  const text =
    format === 'csv' ? writeCsv(records) : format === 'ndjson' ? writeNdjson(records) : writeGeojson(records, facts);
  return { headers, body: encode(text) };
}

/** Everything in the usual order is what most ask for: encoded once for each revision. */
async function exportArrow(deps: ExportDeps, filter: Filter, sort: Sort): Promise<Export> {
  const { countedOnly, kept, snapshot } = deps;
  const { leftOut, rows, table, totals } = await snapshot.engine.matchTable(filter, sort, countedOnly);
  const { facts, headers } = describe(deps, 'arrow', filter, { totals, leftOut, revision: table.revision });
  const metadata = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
  const bytes = () => runInSteps(encodeArrowInSteps(table, { rows, metadata }));
  const isUsual = toFilterQuery(filter) === '' && sort.by === DEFAULT_SORT.by && sort.descending;
  return {
    headers,
    body: isUsual ? await kept.get('incidents', table.revision, bytes) : new Uint8Array(await bytes()),
  };
}

function describe(
  { info }: ExportDeps,
  format: ExportFormat,
  filter: Filter,
  counted: Counted,
): { readonly facts: ExportFacts; readonly headers: Readonly<Record<string, string>> } {
  const facts = exportFacts(info, filter, counted);
  const fileName = `${info.id}-incidents-revision-${counted.revision}.${format}`;
  return { facts, headers: exportHeaders(facts, fileName, EXPORT_TYPES[format]) };
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
