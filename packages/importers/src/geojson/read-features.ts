import type { RowIssue } from '@corridor/domain';
import { z } from 'zod';
import { createTextReader } from '../csv/decode-text.ts';
import { schemaFault } from '../schema-fault.ts';
import { issueAt } from '../source-row.ts';
import { createFeatureReader, MAX_FEATURE_LENGTH } from './feature-reader.ts';

const featureSchema = z.object({
  type: z.literal('Feature', { error: 'is no Feature' }),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
  properties: z.record(z.string(), z.unknown()).nullable(),
});

/** A feature of a file, with its number from 1. */
export type Feature = z.infer<typeof featureSchema> & { readonly file: string; readonly row: number };

export interface FeatureBatch {
  readonly features: readonly Feature[];
  readonly issues: readonly RowIssue[];
}

/** The features of a GeoJSON file (RFC 7946) that comes in pieces. Memory: one piece and one feature. */
export async function* readFeatures(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<FeatureBatch> {
  const text = createTextReader();
  const reader = createFeatureReader();
  let read = 0;
  const batchOf = (part: string): FeatureBatch => {
    const [features, issues]: [Feature[], RowIssue[]] = [[], []];
    for (const { row, text: found } of reader.push(part)) {
      read = row;
      const feature = parseFeature({ file, row }, found, issues);
      if (feature) features.push(feature);
    }
    return { features, issues };
  };
  for await (const bytes of pieces) yield batchOf(text.push(bytes));
  yield batchOf(text.end());
  const fault = reader.end();
  if (fault !== null) yield { features: [], issues: [issueAt({ file, row: read + 1 }, '', '', fault)] };
}

function parseFeature(at: { file: string; row: number }, text: string | null, issues: RowIssue[]): Feature | null {
  if (text === null) {
    issues.push(issueAt(at, '', '', `is longer than ${MAX_FEATURE_LENGTH} characters`));
    return null;
  }
  const result = featureSchema.safeParse(parseJson(text));
  if (result.success) return { ...result.data, ...at };
  const [fault] = result.error.issues;
  const reason = !fault || fault.path.length === 0 ? 'is no JSON' : schemaFault(fault);
  issues.push(issueAt(at, fault?.path.join('.') ?? '', text.slice(0, 200), reason));
  return null;
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
