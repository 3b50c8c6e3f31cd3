import { Problem } from '@corridor/domain';
import {
  featureRow,
  type GuessedMapping,
  guessMapping,
  readCsvRows,
  readFeatures,
  recogniseFormat,
  type SourceRow,
} from '@corridor/importers';

/** Rows that are looked at, and that are shown beside the mapping. */
const LOOKED_AT = 500;
const SHOWN = 5;

export interface GuessFromFile extends GuessedMapping {
  readonly format: string;
  readonly columns: readonly string[];
  /** The first rows, to see what a column holds. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A mapping for a file by its first bytes, to be shown and corrected. Throws the Problem `invalid-body`. */
export async function guessFromBeginning(name: string, beginning: Uint8Array): Promise<GuessFromFile> {
  const format = recogniseFormat(beginning);
  if (format === 'zip' || format === 'unknown') {
    throw new Problem('invalid-body', 'The file is neither a CSV table nor GeoJSON.', [
      { name: 'body', reason: 'is a CSV table or GeoJSON' },
    ]);
  }
  const found = format === 'geojson' ? await featureRows(name, beginning) : await tableRows(name, beginning);
  const rows = found.slice(0, LOOKED_AT).map(({ cells }) => cells);
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return { format, columns, rows: rows.slice(0, SHOWN), ...guessMapping(name, columns, rows) };
}

async function tableRows(name: string, beginning: Uint8Array): Promise<readonly SourceRow[]> {
  const found: SourceRow[] = [];
  for await (const { rows } of readCsvRows(name, [beginning])) found.push(...rows);
  return found;
}

async function featureRows(name: string, beginning: Uint8Array): Promise<readonly SourceRow[]> {
  const found: SourceRow[] = [];
  for await (const { features } of readFeatures(name, [beginning])) {
    found.push(...features.flatMap((feature) => featureRow(feature, []) ?? []));
  }
  return found;
}
