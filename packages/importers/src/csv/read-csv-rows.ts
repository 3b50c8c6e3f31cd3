import { createTableReader, type RowBatch } from '../table-reader.ts';
import { CSV_LIMITS, type CsvLimits, type CsvReader, createCsvReader } from './csv-reader.ts';
import { createTextReader } from './decode-text.ts';
import { sniffSyntax } from './sniff-syntax.ts';

/** How much is read before the delimiter is decided on. */
const SNIFFED = 65_536;

/**
 * The rows of a CSV file that comes in pieces, with its encoding, delimiter and line ends recognised. A row that cannot be
 * read, or has another number of cells than the header, is an issue. A row of HXL tags under the header is passed
 * over, as are blank lines. Memory: one piece and one record, whatever the size of the file.
 */
export async function* readCsvRows(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: CsvLimits = CSV_LIMITS,
): AsyncGenerator<RowBatch> {
  const text = createTextReader();
  const table = createTableReader(file);
  let beginning = '';
  let reader: CsvReader | null = null;
  const begin = (): CsvReader => createCsvReader({ ...sniffSyntax(beginning), limits });
  for await (const bytes of pieces) {
    const part = text.push(bytes);
    if (reader) {
      yield table(reader.push(part));
      continue;
    }
    beginning += part;
    if (beginning.length < SNIFFED) continue;
    reader = begin();
    yield table(reader.push(beginning));
  }
  const rest = text.end();
  if (reader) yield table([...reader.push(rest), ...reader.end()]);
  else {
    beginning += rest;
    reader = begin();
    yield table([...reader.push(beginning), ...reader.end()]);
  }
}
