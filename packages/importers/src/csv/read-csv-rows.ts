import { createTableReader, type RowBatch } from '../table-reader.ts';
import { CSV_LIMITS, type CsvLimits, createCsvReader } from './csv-reader.ts';
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
  let beginning = '';
  let read: ((part: string, isLast: boolean) => RowBatch) | null = null;
  const begin = () => {
    const { usual, ...syntax } = sniffSyntax(beginning.slice(0, SNIFFED));
    const [reader, table] = [createCsvReader({ ...syntax, limits }), createTableReader(file, { usual })];
    return (part: string, isLast: boolean) => table([...reader.push(part), ...(isLast ? reader.end() : [])]);
  };
  for await (const bytes of pieces) {
    const part = text.push(bytes);
    if (read) {
      yield read(part, false);
      continue;
    }
    beginning += part;
    if (beginning.length < SNIFFED) continue;
    read = begin();
    yield read(beginning, false);
  }
  const rest = text.end();
  if (read) yield read(rest, true);
  else {
    beginning += rest;
    yield begin()(beginning, true);
  }
}
