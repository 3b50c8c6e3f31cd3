import { type LazyTexts, TableStream } from '@corridor/incident-table';
import { toApiError } from '../lib/api/fetch-json.ts';
import { pathAsOf } from '../lib/api/path-as-of.ts';
import type { LoadProgress } from './protocol.ts';

export interface TableReading {
  /** The revision to be told the difference to; null for the whole table. */
  readonly since: number | null;
  readonly texts: LazyTexts;
  /** The moment that the table is wanted of; null for now. */
  readonly asOf: string | null;
  readonly signal: AbortSignal;
  readonly onChunk?: (stream: TableStream, progress: LoadProgress) => void;
}

export interface ReadTable {
  readonly stream: TableStream;
  /** The revision in which a site or route last changed. */
  readonly targetsRevision: number;
}

/** GETs the table, or what changed in it; the server decides which of the two comes. */
export async function fetchTable({ asOf, onChunk, signal, since, texts }: TableReading): Promise<ReadTable> {
  // The table is kept as a table: a copy in the browser's cache of pages would be one too many.
  const path = since === null ? '/v1/table.arrow' : `/v1/table.arrow?since=${since}`;
  const response = await fetch(pathAsOf(path, asOf), { cache: 'no-store', signal });
  if (!response.ok) throw await toApiError(response);
  const length = response.headers.get('Content-Encoding') ? null : response.headers.get('Content-Length');
  const stream = new TableStream(texts);
  let received = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    stream.push(value);
    received += value.byteLength;
    onChunk?.(stream, {
      received,
      total: length === null ? null : Number(length),
      rows: stream.loaded,
      totalRows: stream.total,
    });
  }
  if (!stream.isWhole) throw new Error('The connection broke while the incident table was under way');
  return { stream, targetsRevision: Number(response.headers.get('Targets-Revision')) };
}
