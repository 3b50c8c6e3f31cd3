import type { IncidentRecord } from '../incident-record.ts';

/** One record a line and nothing else: as many lines as incidents. What the export states of itself is in headers. */
export async function* writeNdjson(batches: AsyncIterable<readonly IncidentRecord[]>): AsyncGenerator<string> {
  for await (const records of batches) yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
